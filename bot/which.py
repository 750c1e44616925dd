"""Which thing a command means: by its number, by words of its name, or picked from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.card import Card, Choice, Choices, Outcome, Paragraph, Picker, Reply
from bot.context import Context
from bot.errors import Forbidden, Refusal
from bot.route import Route
from bot.text import Text, Words, text
from bot.words import fold
from storage import drafts


class Numbered(Protocol):
    """What people call by its number in the community."""

    number: int


T = TypeVar("T", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Things(Generic[T]):
    """One kind of numbered thing, and how commands find theirs.

    `key` is the stem of its words: `{key}-unknown`, `-none`, `-not-yours`, `-which-{subcommand}`,
    `-which-label` and `-suggestion`, and the name of the parameter that says which one.
    """

    key: str  # "poll"
    name: Callable[[T], str]
    by_number: Callable[[Context, int], T | None]
    recent: Callable[[Context], list[T]]  # newest first
    standing: Callable[[Context, str, int | None], list[T]]  # what a bare command may mean (there)
    may: Callable[[Context, T, str], bool]  # whether the person may do this with it
    pick: Callable[[int], Route]  # the picker's address, for a draft
    fits: Callable[[T, str], bool]  # whether the command makes sense with it as it is


def named(
    ctx: Context, things: Things[T], words: str, command: str, values: dict[str, str]
) -> T | Outcome:
    """The thing that `words` mean to `command`; or the picker to ask with, where several may be.

    Only a number may mean one that the person cannot manage: never the nearest guess. Raises a
    Refusal where none is meant, Forbidden where none of those meant is theirs.
    """
    ctx.here  # noqa: B018  (refuses where there is no community)
    number = number_in(words)
    if number is not None:
        found = things.by_number(ctx, number)
        if found is not None:
            return found
    if words:
        said = fold(words)
        matching = [one for one in things.recent(ctx) if said in fold(things.name(one))]
        if not matching:
            raise Refusal(text(f"{things.key}-unknown", given=Words(words[:60])))
        fitting = _fitting(ctx, things, matching, command)
        return fitting[0] if len(fitting) == 1 else ask(ctx, things, fitting, command, values)
    place = ctx.place.id if ctx.place and not ctx.place.direct else None
    here = _theirs(ctx, things, things.standing(ctx, command, place), command)
    if len(here) == 1:
        return here[0]
    anywhere = things.standing(ctx, command, None)
    offered = here or _theirs(ctx, things, anywhere, command)  # elsewhere: asked, not guessed
    if not offered:
        known = anywhere or things.recent(ctx)[:10]
        if not known:
            raise Refusal(text(f"{things.key}-none"))
        offered = _theirs(ctx, things, known, command)
    if not offered:
        raise Forbidden(text(f"{things.key}-not-yours"))
    return ask(ctx, things, offered, command, values)


def number_in(words: str) -> int | None:
    """The number in "7", "#7" or "n°7"; None for anything else."""
    number = words.strip().lstrip("#").removeprefix("n°").strip()
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None


def _theirs(ctx: Context, things: Things[T], some: list[T], command: str) -> list[T]:
    return [one for one in some if things.may(ctx, one, command)]


def _fitting(ctx: Context, things: Things[T], some: list[T], command: str) -> list[T]:
    """Those that the person may mean: theirs, and such that it makes sense, if any is.

    Otherwise one of the others: the command itself then says why not.
    """
    theirs = _theirs(ctx, things, some, command)
    fitting = [one for one in theirs if things.fits(one, command)]
    return fitting or theirs or some[:1]


def ask(
    ctx: Context, things: Things[T], some: list[T], command: str, values: dict[str, str]
) -> Outcome:
    """Ask which one is meant; what was typed goes on afterwards."""
    kept = drafts.keep(
        ctx.db, ctx.now, ctx.me, ctx.place.id if ctx.place else None, command, values
    )
    offered = tuple(Choice(str(one.number), suggestion(things, one)) for one in some[:25])
    asks = Paragraph(text(f"{things.key}-which-{command.partition('.')[2]}"))
    pick = Picker(things.pick(kept.id or 0), text(f"{things.key}-which-label"), offered)
    return Reply(Card(None, (asks, pick)))


def suggestion(things: Things[T], one: T) -> Text:
    """A thing in a list: its number and its name."""
    return text(f"{things.key}-suggestion", number=one.number, name=things.name(one))


def picked(ctx: Context, draft: int) -> tuple[str, dict[str, str], str]:
    """(command, values, number) of a pick. Raises a Refusal where the draft is gone."""
    kept = drafts.own(ctx.db, ctx.me, draft, ctx.now)
    chosen = ctx.request.values.get("chosen", "") if ctx.request else ""
    if kept is None or not chosen:
        raise Refusal(text("draft-gone"))
    return kept.command, dict(kept.given), chosen


def complete(ctx: Context, things: Things[T], typing: str) -> Choices:
    """Suggestions for which one: number and name."""
    if ctx.community is None or ctx.community.id is None:
        return Choices()
    folded = fold(typing)
    found = [
        one for one in things.recent(ctx) if folded in fold(f"{one.number} {things.name(one)}")
    ]
    return Choices(tuple((str(one.number), suggestion(things, one)) for one in found[:25]))
