"""A retrospective: opened by whoever facilitates, filled by everybody, closed, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import access
from bot.card import Card, Outcome, Reply
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.journey import proceedings, retro_views, tasks
from bot.features.journey import retro_routes as routes
from bot.features.journey.proceedings import Item, Retrospective, Task
from bot.features.journey.rules import STEPS
from bot.fields import id_in, say
from bot.text import Text, text

KINDS = ("keep", "stop", "start")
MOST_LINES = 10
LONGEST, LONGEST_SUBJECT = 300, 100


@dataclass(frozen=True, slots=True)
class Retro:
    """A retrospective as it was asked for."""

    subject: str


@dataclass(frozen=True, slots=True)
class Added:
    """What somebody would keep, stop, start, and which step it is about."""

    retro: str
    keep: tuple[str, ...]
    stop: tuple[str, ...]
    start: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a retrospective asks of somebody, by a day."""

    retro: str
    words: str
    owner: str
    due: Understood | None


# ── opening ─────────────────────────────────────────────────────────────────────────────────────


def bare(ctx: Context) -> Outcome:
    """Without a word: the one that is open, or the last one; None where one could be opened."""
    here = ctx.here.id or 0
    found = proceedings.newest(ctx.db, here, is_open=True)
    if found is None and ctx.rank < Rank.FACILITATOR:
        found = proceedings.newest(ctx.db, here)
        if found is None:
            raise Forbidden(text("retro-none"))
    return None if found is None else Reply(retro_views.items(ctx, found, 0))


def start(ctx: Context) -> Mapping[str, str]:
    """What the form begins with."""
    return {"subject": say(ctx, text("retro-subject-usual"))}


def check(ctx: Context, asked: Retro) -> None:
    """Whoever facilitates opens one, and one at a time. Raises a Refusal otherwise."""
    del asked
    access.require(ctx, Rank.FACILITATOR)
    if proceedings.newest(ctx.db, ctx.here.id or 0, is_open=True) is not None:
        raise Refusal(text("retro-open-already"))


def preview(ctx: Context, asked: Retro) -> Card:
    """The card as it would stand in the channel."""
    made = Retrospective(id=0, community_id=0, subject=asked.subject, opened_at=ctx.now)
    return retro_views.board_of(ctx, made)


def open_one(ctx: Context, asked: Retro) -> Outcome:
    """Open it, and post its card."""
    check(ctx, asked)
    place = ctx.publishing_place()
    number = proceedings.keep(
        ctx.db,
        Retrospective(
            community_id=ctx.here.id or 0, subject=asked.subject.strip(), opened_at=ctx.now
        ),
    )
    ctx.posts.show(place.id or 0, routes.Board(number).pack(), once=f"retro-{number}")
    ctx.journal("retro.opened", routes.Board(number))
    return Reply(retro_views.items(ctx, get(ctx, number), 0))


def get(ctx: Context, number: int) -> Retrospective:
    """A retrospective, for members of its community. Raises a Refusal otherwise."""
    found = access.there(proceedings.retrospective(ctx.db, number))
    ctx.enter(found.community_id)
    access.require(ctx, Rank.MEMBER)
    return found


# ── filling ─────────────────────────────────────────────────────────────────────────────────────


def ask(ctx: Context, press: routes.Add) -> Outcome:
    """Open the form of three."""
    _open(get(ctx, press.number))
    return ctx.form("retro.say", {"retro": str(press.number)})


def add(ctx: Context, asked: Added) -> Outcome:
    """Keep what was said, in its writer's name, until it is closed."""
    found = get(ctx, id_in(asked.retro))
    _open(found)
    said = {kind: _lines(getattr(asked, kind)) for kind in KINDS}
    if not any(said.values()):
        raise Misfilled({"keep": text("retro-empty")})
    for kind, words in said.items():
        for line in words:
            made = Item(
                retrospective_id=found.id or 0,
                person_id=ctx.me,
                kind=kind,
                words=line,
                number=_step(asked.about),
                added_at=ctx.now,
            )
            proceedings.keep(ctx.db, made)
    ctx.posts.refresh(routes.Board(found.id or 0).pack())
    return Reply(retro_views.items(ctx, found, 0))


def _open(found: Retrospective) -> None:
    if found.closed_at is not None:
        raise Refusal(text("retro-closed-already"))


def _lines(said: tuple[str, ...]) -> list[str]:
    return [line.strip() for line in said if line.strip()]


def _step(said: str) -> int:
    return int(said) if said in {str(step.number) for step in STEPS} else 0


def show(ctx: Context, press: routes.Items) -> Outcome:
    """What was said, a page."""
    return Reply(retro_views.items(ctx, get(ctx, press.number), press.page), replace=True)


# ── closing, and what it asks for ───────────────────────────────────────────────────────────────


def close(ctx: Context, press: routes.Close) -> Outcome:
    """Take no more; the card in the channel says what was said, and what is to be done."""
    found = get(ctx, press.number)
    access.require(ctx, Rank.FACILITATOR)
    if found.closed_at is None:
        found.closed_at = ctx.now
        ctx.db.add(found)
        ctx.db.flush()
        ctx.journal("retro.closed", routes.Board(press.number))
        ctx.posts.refresh(routes.Board(press.number).pack())
    return Reply(retro_views.tasks(ctx, found), replace=True)


def ask_task(ctx: Context, press: routes.AskTask) -> Outcome:
    """Open the form of something to do."""
    get(ctx, press.number)
    access.require(ctx, Rank.FACILITATOR)
    return ctx.form("retro.ask", {"retro": str(press.number)})


def add_task(ctx: Context, asked: NewTask) -> Outcome:
    """Keep it; its owner is told, and reminded in time."""
    found = get(ctx, id_in(asked.retro))
    access.require(ctx, Rank.FACILITATOR)
    owner = access.person_named(ctx, asked.owner)
    errors: dict[str, Text] = {}
    if owner is None:
        errors["owner"] = text("unknown-person", name=asked.owner[:60])
    if asked.due is None:
        errors["due"] = text("value-missing")
    if errors or owner is None or asked.due is None:
        raise Misfilled(errors)
    made = Task(
        community_id=found.community_id,
        retrospective_id=found.id or 0,
        words=asked.words.strip(),
        owner_id=owner,
        due_on=asked.due.wall.date().isoformat(),
    )
    proceedings.keep(ctx.db, made)
    tasks.set_clock(ctx, made)
    ctx.posts.refresh(routes.Board(found.id or 0).pack())
    return Reply(retro_views.tasks(ctx, found))


def show_tasks(ctx: Context, press: routes.Tasks) -> Outcome:
    """What it asked for."""
    return Reply(retro_views.tasks(ctx, get(ctx, press.number)), replace=True)


def latest(ctx: Context, press: routes.Latest) -> Outcome:
    """What the newest of a community asked for."""
    ctx.enter(press.community)
    access.require(ctx, Rank.MEMBER)
    found = proceedings.newest(ctx.db, press.community)
    if found is None:
        raise Refusal(text("retro-none"))
    return Reply(retro_views.tasks(ctx, found))
