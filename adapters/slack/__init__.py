"""Slack: people there type slash commands, press buttons and fill in modals over Socket Mode."""
