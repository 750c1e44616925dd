"""How much fits on a Discord screen, and how fast it may change: Discord's sizes and pace as data.

From docs.discord.com (components, application commands, rate limits). Lengths are compared in
UTF-16 units, the strictest of the ways in which Discord's servers and clients count.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Pace:
    """How often something may be shown. Delivery waits and coalesces accordingly.

    Discord's buckets are never hard-coded: discord.py reads them from each answer, and waits by
    itself where that takes at most `patience_seconds`; a longer wait becomes Busy.
    """

    edit_seconds: float  # between two redraws of one message
    patience_seconds: float
    a_second: int  # requests altogether, interaction answers exempt


# discord.py refuses at once whatever a bucket with a longer window than its patience has left;
# the usual windows take five or ten seconds.
PACE: Final = Pace(edit_seconds=1.5, patience_seconds=12.0, a_second=50)


def size(words: str) -> int:
    """How long Discord takes these words to be."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def cut(words: str, longest: int) -> str:
    """The words themselves where they fit, else their beginning and an ellipsis."""
    if size(words) <= longest:
        return words
    return beginning(words, longest - 1).rstrip() + "…"


def beginning(words: str, longest: int) -> str:
    """As much of the words as fits, never half a letter or half an emoji."""
    room = max(longest, 0)
    kept = words[:room]
    while size(kept) > room:
        kept = kept[: len(kept) - max(1, (size(kept) - room) // 2)]
    while kept and kept != words and _joins(kept[-1], words[len(kept)]):
        kept = kept[:-1]
    return kept


def _joins(last: str, following: str) -> bool:
    """Whether cutting between these two would leave a broken letter or emoji."""
    return (
        last == "\u200d" or following in "\u200d\ufe0f" or "\U0001f3fb" <= following <= "\U0001f3ff"
    )
