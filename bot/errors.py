"""Every error of ours, as a tree.

Exception
├── Refusal            an expected no, with the words that say what to do instead
│   ├── Misfilled      what was typed cannot be used: opens the form, errors under the fields
│   └── Forbidden      the person may not; says who could
├── Malformed          a forged or outdated address in a button
├── Unknown          a command line that asks for what is not there; says what to write instead
├── Broken             our own mistake: a card or feature that breaks a rule of the model
└── storage.errors.StorageError     raised below, turned into a refusal or a clear CLI message
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.text import Text


class Refusal(Exception):
    """An expected no. `says` is shown privately in the reader's language, never logged as error."""

    def __init__(self, says: Text) -> None:
        """Refuse with these words."""
        super().__init__(says.key)
        self.says = says


class Misfilled(Refusal):
    """What was typed cannot be used. `errors` maps a parameter's name to the sentence under it."""

    def __init__(self, errors: dict[str, Text]) -> None:
        """Refuse with one sentence a field."""
        super().__init__(next(iter(errors.values())))
        self.errors = errors


class Forbidden(Refusal):
    """The person may not do this; the words say who could."""


class Malformed(ValueError):
    """An address that is not one of ours: forged, cut, or from an older version."""


class Unknown(Exception):
    """A command line asks for what is not there; the sentence says what to write instead."""


class Broken(AssertionError):
    """A card, form or feature that breaks a rule of the model: our mistake, found at start."""
