"""Discord: people there use slash commands with options, press buttons and fill in modals."""
