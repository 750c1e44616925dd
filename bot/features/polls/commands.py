"""What people ask for: create, list, show, close, extend, cancel, export, who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import access
from bot.card import Card, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Forbidden, Misfilled, Refusal
from bot.features.polls import access as permits
from bot.features.polls import (
    changes,
    closing,
    export,
    private,
    records,
    roll,
    routes,
    rules,
    views,
    which,
)
from bot.features.polls.records import Poll
from bot.text import Moment, joined, text
from bot.which import number_in
from bot.words import fold
from scheduling.calendar import end_of_day, local, resolve
from storage.people import Place

PAGE = 5


@dataclass(frozen=True, slots=True)
class NewPoll:
    """A poll as it was asked for: `/poll "Question" "A" "B" …`."""

    question: str
    choices: tuple[str, ...]
    until: Understood | None
    names: str
    results: str
    anonymous: bool
    multi: int | None
    who: str
    adding: bool
    reminders: int | None
    close_when_all: bool


@dataclass(frozen=True, slots=True)
class Which:
    """A poll by its number or words of its question; nothing: the only open one here."""

    poll: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Extend:
    """A poll and its new deadline."""

    poll: str
    until: Understood | None


@dataclass(frozen=True, slots=True)
class Exported:
    """A poll and the kind of file."""

    poll: str
    format: str


# ── new ─────────────────────────────────────────────────────────────────────────────────────────


def check_new(ctx: Context, asked: NewPoll) -> None:
    """Refuse what cannot be a poll, one sentence a field. Raises Misfilled or Forbidden."""
    here = ctx.here
    if ctx.rank < Rank(max(here.poll_rank, Rank.MEMBER)):
        if ctx.member is None:
            raise access.NotMember()
        raise Forbidden(text(f"polls-by-{Rank(here.poll_rank).name.lower()}"))
    errors = {}
    if not asked.question:
        errors["question"] = text("value-missing")
    same = rules.twins(asked.choices)
    if same is not None:
        errors["choices"] = text("poll-twins", first=same[0], second=same[1])
    elif len(asked.choices) < rules.LEAST_OPTIONS:
        errors["choices"] = text("poll-too-few", given=len(asked.choices))
    if asked.until is not None:
        closes = _deadline(ctx, asked.until)[1]
        if closes - ctx.now < rules.SOONEST:
            errors["until"] = text("poll-too-soon")
        elif closes - ctx.now > rules.LATEST:
            errors["until"] = text("poll-too-late")
    if _secrecy(asked) == "anonymous" and asked.results in ("live", "after-vote"):
        errors["results"] = text("poll-anonymous-at-close")
    audience = _audience(ctx, asked.who)
    if isinstance(audience, Refusal):
        errors["who"] = audience.says
    elif asked.close_when_all and audience[0] != "list":
        errors["close_when_all"] = text("poll-close-when-all-list")
    if errors:
        raise Misfilled(errors)


def _secrecy(asked: NewPoll) -> str:
    return "anonymous" if asked.anonymous else (asked.names or "hidden")


def _deadline(ctx: Context, until: Understood | None) -> tuple[datetime, datetime, str]:
    """(wall time, instant, zone) of a deadline; a date alone ends that day for the community."""
    here = ctx.here
    if until is None:
        wall = rules.usual_deadline(local(ctx.now, here.zone).date(), here.country)
        return wall, resolve(wall, here.zone).instant, here.zone
    if until.date_only:
        at = end_of_day(until.wall.date(), here.zone)
        return local(at, here.zone), at, here.zone
    return until.wall, until.instant, until.zone


def heeded(ctx: Context, ref: str) -> float | None:
    """Which share of those asked voted in a poll that is closed, by its packed route."""
    poll = records.poll(ctx.db, routes.Show.unpack(ref).poll)
    if poll is None or closing.is_open(ctx, poll):
        return None
    asked = permits.count_of(ctx, poll)
    return roll.voter_count(ctx.db, poll) / asked if asked else None


def _audience(ctx: Context, who: str) -> tuple[str, list[int]] | Refusal:
    """("everyone", []), ("role:…", []) or ("list", persons) from what was typed."""
    folded = fold(who)
    if folded in ("", "everyone", "all", "tout-le-monde", "tout le monde"):
        return "everyone", []
    if role := access.role_named(ctx, who):
        return f"role:{role}", []
    found: list[int] = []
    for name in _names(who):
        person = access.person_named(ctx, name)
        if person is None:
            return Refusal(text("unknown-person", name=access.known_as(ctx, name)[:60]))
        found.append(person)
    if not found:
        return Refusal(text("unknown-person", name=who[:60]))
    return "list", list(dict.fromkeys(found))


def _names(who: str) -> list[str]:
    """The names in `@ann @ben`, `<@U1> <@U2>` or `Ann, Ben`."""
    if "@" in who:
        return [
            part.strip(" ,;")
            for part in who.replace("<@", " @").replace(">", "").split("@")
            if part.strip(" ,;")
        ]
    return [part.strip() for part in who.replace(";", ",").split(",") if part.strip()]


def _make(ctx: Context, asked: NewPoll, place: Place) -> Poll:
    """The poll that was asked for, not yet kept."""
    here = ctx.here
    assert here.id is not None and place.id is not None
    wall, closes, zone = _deadline(ctx, asked.until)
    audience = _audience(ctx, asked.who)
    assert not isinstance(audience, Refusal), "checked before"
    secrecy = _secrecy(asked)
    return Poll(
        community_id=here.id,
        number=records.next_number(ctx.db, here.id),
        place_id=place.id,
        author_id=ctx.me,
        question=rules.clean(asked.question),
        most=min(asked.multi or 1, rules.MOST_OPTIONS if asked.adding else len(asked.choices)),
        secrecy=secrecy,
        results="at-close" if secrecy == "anonymous" else (asked.results or "live"),
        adding=asked.adding,
        audience=audience[0],
        closes_wall=wall.isoformat(),
        zone=zone,
        closes_at=closes,
        reminders=asked.reminders,
        close_when_all=asked.close_when_all,
        opened_at=ctx.now,
    )


def preview_new(ctx: Context, asked: NewPoll, before: int = 0) -> Card:
    """What the poll will look like in the channel, after `before` others that come with it."""
    place = ctx.publishing_place()
    poll = _make(ctx, asked, place)
    poll.id = 0
    poll.number += before
    options = [
        records.PollOption(poll_id=0, spot=spot, words=words, folded=fold(words))
        for spot, words in enumerate(asked.choices)
    ]
    listed = _audience(ctx, asked.who)
    assert not isinstance(listed, Refusal), "checked before"
    members = len(listed[1]) or permits.count_of(ctx, poll)
    counts = poll.results == "live"
    return views.board_of(ctx, views.Look(poll, options, {}, 0, 0, members, counts))


def publish(ctx: Context, asked: NewPoll) -> Poll:
    """Put a poll in the channel."""
    poll = _make(ctx, asked, ctx.publishing_place())
    poll = start(ctx, poll, list(asked.choices), _audience(ctx, asked.who))
    if ctx.occasion is not None and poll.id is not None:
        ctx.occasion.made = routes.Show(poll.id)
    return poll


def new(ctx: Context, asked: NewPoll) -> Outcome:
    """Publish a poll, and say so."""
    place, poll = ctx.publishing_place(), publish(ctx, asked)
    return Reply(
        Card(
            None,
            (
                Paragraph(
                    text("poll-published", question=poll.question, channel=ctx.channel(place))
                ),
                Note(
                    joined(
                        [
                            text("poll-closes", at=Moment(poll.closes_at, poll.zone)),
                            text("poll-number", number=poll.number),
                        ]
                    )
                ),
            ),
        )
    )


def start(
    ctx: Context,
    poll: Poll,
    choices: list[str],
    audience: tuple[str, list[int]] | Refusal,
) -> Poll:
    """Keep a poll, post its card, and set its clock."""
    records.add(ctx.db, poll, [(words, fold(words)) for words in choices])
    assert poll.id is not None
    if not isinstance(audience, Refusal) and audience[0] == "list":
        roll.enrol(ctx.db, poll.id, audience[1])
    ctx.posts.show(poll.place_id, routes.PollBoard(poll.id).pack(), once=f"poll-{poll.id}")
    closing.set_clock(ctx, poll)
    return poll


def from_message(ctx: Context, message: object) -> Outcome:
    """ "Make it a poll": the form, with the message's first words as the question."""
    ctx.here  # noqa: B018  (refuses where there is no community)
    access.require(ctx, Rank.MEMBER)
    words = rules.clean(ctx.message.text)
    lines = [line.strip(" -*•") for line in ctx.message.text.splitlines() if line.strip(" -*•")]
    values = {"question": words[: rules.LONGEST_QUESTION]}
    if len(lines) > rules.LEAST_OPTIONS:
        values["question"] = lines[0][: rules.LONGEST_QUESTION]
        values["choices"] = "\n".join(
            line[: rules.LONGEST_OPTION] for line in lines[1 : rules.MOST_OPTIONS + 1]
        )
    del message
    return ctx.form("poll.new", values)


# ── the other commands ──────────────────────────────────────────────────────────────────────────


def list_polls(ctx: Context, asked: Nothing) -> Outcome:
    """The community's polls, newest first, five a page."""
    del asked
    return Reply(page_of(ctx, 0))


def page_of(ctx: Context, page: int) -> Card:
    """One page of the list."""
    here = ctx.here
    access.require(ctx, Rank.MEMBER)
    assert here.id is not None
    pages = max(1, -(-records.count(ctx.db, here.id) // PAGE))
    page = min(max(page, 0), pages - 1)
    return private.listing(
        ctx, records.listed(ctx.db, here.id, skip=page * PAGE, most=PAGE), page, pages
    )


def show(ctx: Context, asked: Which) -> Outcome:
    """One poll, privately."""
    found = which.named(ctx, asked.poll, "poll.show", {"poll": asked.poll})
    if not isinstance(found, Poll):
        return found
    return Reply(private.private(ctx, found, manage=permits.may_manage(ctx, found)))


def close(ctx: Context, asked: Which) -> Outcome:
    """Close a poll before its deadline."""
    found = which.named(ctx, asked.poll, "poll.close", {"poll": asked.poll})
    return closing.close_by_hand(ctx, found) if isinstance(found, Poll) else found


def cancel(ctx: Context, asked: Which) -> Outcome:
    """Cancel a poll: at once by its number, which is no guess; else it is asked about first."""
    found = which.named(ctx, asked.poll, "poll.cancel", {"poll": asked.poll})
    if not isinstance(found, Poll):
        return found
    if number_in(asked.poll) == found.number:
        return closing.cancel(ctx, found)
    return which.sure(ctx, found)


def missing(ctx: Context, asked: Which) -> Outcome:
    """Who has not answered: for the author and the facilitator."""
    found = which.named(ctx, asked.poll, "poll.missing", {"poll": asked.poll})
    if not isinstance(found, Poll):
        return found
    permits.require_manage(ctx, found)
    return Reply(private.missing(ctx, found))


def extend(ctx: Context, asked: Extend) -> Outcome:
    """Move the deadline; without a date, a form with the present one."""
    values = {"poll": asked.poll}
    if asked.until is not None:
        values["until"] = _as_typed(ctx, asked.until)
    found = which.named(ctx, asked.poll, "poll.extend", values)
    if not isinstance(found, Poll):
        return found
    if asked.until is None:
        return changes.deadline_form(ctx, found)
    wall, at, zone = _deadline(ctx, asked.until)
    return closing.move_deadline(ctx, found, wall, at, zone)


def _as_typed(ctx: Context, until: Understood) -> str:
    """A deadline that was understood, in words that mean the same once more."""
    if until.date_only:
        return f"{until.wall:%Y-%m-%d}"
    return rules.typed_deadline(until.wall, until.zone, ctx.reader.zone)


def export_poll(ctx: Context, asked: Exported) -> Outcome:
    """The result as a file."""
    values = {"poll": asked.poll, "format": asked.format}
    found = which.named(ctx, asked.poll, "poll.export", values)
    return export.export(ctx, found, asked.format or "csv") if isinstance(found, Poll) else found


def default_until(ctx: Context) -> dict[str, str]:
    """What the form of a new poll starts with."""
    if ctx.community is None:
        return {}
    zone, country = ctx.community.zone, ctx.community.country
    wall = rules.usual_deadline(local(ctx.now, zone).date(), country)
    return {"until": rules.typed_deadline(wall, zone, ctx.reader.zone)}
