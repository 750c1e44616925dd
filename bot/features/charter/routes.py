"""Addresses: what the buttons of the charter carry, and what its views show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route

# ── cards ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class DraftCard(Route):
    """In the channel: what follows this version (0: the first one) is being written."""

    address: ClassVar[str] = "charter.draft-card"
    community: int
    after: int


@dataclass(frozen=True, slots=True)
class VersionCard(Route):
    """In the channel: an adopted version, and how many signed it."""

    address: ClassVar[str] = "charter.card"
    version: int


@dataclass(frozen=True, slots=True)
class Frozen(Route):
    """A text as it was put to a decision: what decisions call it."""

    address: ClassVar[str] = "charter.version"
    version: int


@dataclass(frozen=True, slots=True)
class Asked(Route):
    """Told to who is new: the charter, and whether they sign it."""

    address: ClassVar[str] = "charter.asked"
    version: int
    person: int


@dataclass(frozen=True, slots=True)
class Renew(Route):
    """Told to who signed an earlier version: what is not as it was."""

    address: ClassVar[str] = "charter.renew"
    version: int
    signed: int


# ── the clock ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Adopted(Route):
    """A decision adopted this text."""

    address: ClassVar[str] = "charter.adopted"
    version: int


@dataclass(frozen=True, slots=True)
class Ended(Route):
    """The decision that adopted this text was ended."""

    address: ClassVar[str] = "charter.ended"
    version: int


@dataclass(frozen=True, slots=True)
class Remind(Route):
    """Somebody came a week ago and has not signed."""

    address: ClassVar[str] = "charter.remind"
    community: int
    person: int


# ── presses ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Show(Route):
    """The charter, privately."""

    address: ClassVar[str] = "charter.show"
    community: int


@dataclass(frozen=True, slots=True)
class Read(Route):
    """A version's text, page by page."""

    address: ClassVar[str] = "charter.read"
    version: int
    page: int


@dataclass(frozen=True, slots=True)
class Draft(Route):
    """The draft, section by section."""

    address: ClassVar[str] = "charter.draft"
    community: int


@dataclass(frozen=True, slots=True)
class Open(Route):
    """One section of the draft."""

    address: ClassVar[str] = "charter.open"
    community: int
    key: str


@dataclass(frozen=True, slots=True)
class PickSection(Route):
    """Which section of the draft to open."""

    address: ClassVar[str] = "charter.pick"
    community: int


@dataclass(frozen=True, slots=True)
class AskExpress(Route):
    """Open the form of five sentences."""

    address: ClassVar[str] = "charter.ask-express"
    community: int


@dataclass(frozen=True, slots=True)
class AskEdit(Route):
    """Open the form of a section."""

    address: ClassVar[str] = "charter.ask-edit"
    community: int
    key: str


@dataclass(frozen=True, slots=True)
class AskSuggest(Route):
    """Open the form that suggests another text for a section."""

    address: ClassVar[str] = "charter.ask-suggest"
    community: int
    key: str


@dataclass(frozen=True, slots=True)
class Propose(Route):
    """Take the proposed text: of a section, or of all that are empty."""

    address: ClassVar[str] = "charter.proposed"
    community: int
    key: str


@dataclass(frozen=True, slots=True)
class Take(Route):
    """The suggestion becomes the section, seen as of this edition."""

    address: ClassVar[str] = "charter.take"
    suggestion: int
    edition: int


@dataclass(frozen=True, slots=True)
class Leave(Route):
    """The section stays without the suggestion."""

    address: ClassVar[str] = "charter.leave"
    suggestion: int


@dataclass(frozen=True, slots=True)
class Freeze(Route):
    """The draft as it is now, to be put to a decision."""

    address: ClassVar[str] = "charter.freeze"
    community: int


@dataclass(frozen=True, slots=True)
class Correct(Route):
    """The draft puts right how the charter is written: signatures stay."""

    address: ClassVar[str] = "charter.correct"
    community: int


@dataclass(frozen=True, slots=True)
class Sign(Route):
    """I sign this version."""

    address: ClassVar[str] = "charter.sign"
    version: int


@dataclass(frozen=True, slots=True)
class Withdraw(Route):
    """I take my signature back."""

    address: ClassVar[str] = "charter.withdraw"
    version: int


@dataclass(frozen=True, slots=True)
class Signatures(Route):
    """Who signed a version."""

    address: ClassVar[str] = "charter.signatures"
    version: int


@dataclass(frozen=True, slots=True)
class Difference(Route):
    """What changed between two versions; the later one 0: to the draft."""

    address: ClassVar[str] = "charter.difference"
    community: int
    before: int
    after: int
    page: int


@dataclass(frozen=True, slots=True)
class Export(Route):
    """A version as a file: "md" or "html"."""

    address: ClassVar[str] = "charter.export"
    version: int
    kind: str


@dataclass(frozen=True, slots=True)
class AskReview(Route):
    """Open the form of the day on which the charter is looked at again."""

    address: ClassVar[str] = "charter.ask-review"
    version: int


@dataclass(frozen=True, slots=True)
class Retire(Route):
    """The charter is no longer in force."""

    address: ClassVar[str] = "charter.retire"
    version: int
