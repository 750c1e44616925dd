"""How much fits on a Discord screen, and how fast it may change: Discord's sizes and pace as data.

From docs.discord.com (components, application commands, rate limits). Lengths are those of
`adapters.lengths`.
"""

from __future__ import annotations

from typing import Final

# ── messages ────────────────────────────────────────────────────────────────────────────────────
COMPONENTS: Final = 40  # of a message, nested ones counted
WORDS: Final = 4_000  # all text of a message together
ATTACHMENTS: Final = 10
NONCE: Final = 25

# ── components ──────────────────────────────────────────────────────────────────────────────────
CUSTOM_ID: Final = 100
ROW: Final = 5  # buttons a row
BUTTON: Final = 80
ADDRESS: Final = 512
OPTIONS: Final = 25  # of a select
OPTION: Final = 100  # label and detail of an option
OPTION_VALUE: Final = 100
PLACEHOLDER: Final = 150
PICTURE_SAYS: Final = 1_024
TITLE: Final = 256  # ours: a heading that still looks like one
FILE_NAME: Final = 100  # ours
COPYABLE: Final = 1_800  # ours: a longer text to copy comes as a file, whole

# ── scheduled events ────────────────────────────────────────────────────────────────────────────
EVENT_NAME: Final = 100
EVENT_ABOUT: Final = 1_000
EVENT_PLACE: Final = 100
EVENTS: Final = 100  # of a server, to come or under way

# ── modals ──────────────────────────────────────────────────────────────────────────────────────
MODAL_PARTS: Final = 5
MODAL_TITLE: Final = 45
FIELD_LABEL: Final = 45
FIELD_ABOUT: Final = 100
FIELD_HINT: Final = 100
INPUT: Final = 4_000
LEAST_RADIOS: Final = 2
RADIOS: Final = 10  # radio buttons or checkboxes of one field

# ── commands ────────────────────────────────────────────────────────────────────────────────────
COMMAND: Final = 32  # a name, of a command, subcommand or option
ABOUT: Final = 100
COMMAND_OPTIONS: Final = 25
CHOICES: Final = 25  # fixed ones, or of an autocomplete
CHOICE: Final = 100  # label and value of a choice
SLASH_COMMANDS: Final = 100
MESSAGE_COMMANDS: Final = 15

# ── time ────────────────────────────────────────────────────────────────────────────────────────
ANSWER_SECONDS: Final = 3.0  # for the first answer to an interaction
DEFER_SECONDS: Final = 1.5  # ours: after that a sign of life goes first
TOKEN_SECONDS: Final = 15 * 60  # for all further answers
SHOW_SECONDS: Final = 20.0  # ours: an outage beyond this becomes Busy

# ── pace ────────────────────────────────────────────────────────────────────────────────────────
# Discord's buckets are never hard-coded: discord.py reads them from each answer and waits by
# itself where that takes no longer than its patience; a longer wait becomes Busy. The usual
# windows take five or ten seconds.
EDIT_EVERY: Final = 1.5  # seconds between two redraws of one message
PATIENCE_SECONDS: Final = 12.0
