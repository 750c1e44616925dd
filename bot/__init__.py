"""The core: what the bot does, knowing no platform."""
