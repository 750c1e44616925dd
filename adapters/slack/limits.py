"""How much fits on a Slack screen, and how fast it may change: Slack's sizes and pace as data.

From docs.slack.dev (Block Kit reference, rate limits). Lengths are those of `adapters.lengths`.
"""

from __future__ import annotations

from typing import Final

# ── messages, modals and the Home tab ───────────────────────────────────────────────────────────
MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100  # a modal or the Home tab
MESSAGE_TEXT: Final = 3_900  # the notification's text; `msg_too_long` starts at 4,000
VIEW_WORDS: Final = 60_000  # of 250 kB, letters, names and punctuation of JSON included
MESSAGE_WORDS: Final = 11_000  # all words of all blocks; `msg_blocks_too_long` starts near 12,000
METADATA: Final = 3_000
CALLBACK_ID: Final = 255

# ── blocks ──────────────────────────────────────────────────────────────────────────────────────
BLOCK_ID: Final = 255
HEADER: Final = 150
SECTION: Final = 3_000
CONTEXT: Final = 2_000
CONTEXT_ELEMENTS: Final = 10
ACTIONS: Final = 25  # elements an actions block
CODE: Final = 3_000  # a preformatted block
TABLE_COLUMNS: Final = 20
TABLE_ROWS: Final = 100
TABLE_WORDS: Final = (
    6_000  # ours: all its words; Slack takes 10,000, a message 12,000 with the rest
)
TABLE_CELLS: Final = (120, 40, 16)  # ours: how long a cell may be, the roomiest first
LABEL: Final = 2_000  # of an input
HINT: Final = 2_000  # under an input

# ── elements ────────────────────────────────────────────────────────────────────────────────────
ACTION_ID: Final = 255
BUTTON: Final = 75
BUTTON_VALUE: Final = 2_000
ADDRESS: Final = 3_000
OPTIONS: Final = 100  # a select
BOXES: Final = 10  # checkboxes or radio buttons
OPTION: Final = 75
OPTION_DETAIL: Final = 75
OPTION_VALUE: Final = 150
PLACEHOLDER: Final = 150
INPUT: Final = 3_000  # typed into one field
MODAL_TITLE: Final = 24
MODAL_BUTTON: Final = 24
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30

# ── the manifest ────────────────────────────────────────────────────────────────────────────────
COMMAND: Final = 32
COMMAND_ABOUT: Final = 2_000
USAGE_HINT: Final = 1_000
SHORTCUT_NAME: Final = 24
SHORTCUT_ABOUT: Final = 150
SHORTCUTS: Final = 10
COMMANDS: Final = 50

# ── time ────────────────────────────────────────────────────────────────────────────────────────
ACKNOWLEDGE_SECONDS: Final = 3.0
TRIGGER_SECONDS: Final = 3.0  # after that no modal opens
RESPONSE_USES: Final = 5
RESPONSE_SECONDS: Final = 30 * 60

# ── pace ────────────────────────────────────────────────────────────────────────────────────────
EDIT_EVERY: Final = 1.5  # seconds between two redraws of one message
A_MINUTE: Final = {
    "chat.postMessage": 100,
    "chat.update": 50,
    "conversations.open": 50,
    "usergroups.users.update": 20,
}
"""What delivery may call in a minute, in a whole workspace: Slack's tiers at their lower edge.

Answers to people are few, and do not wait behind what delivery has to show.
"""
