"""The co-definition round: everybody answers in private, answers are grouped, groups are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import access
from bot.card import Card, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.dates import Understood
from bot.errors import Misfilled, Refusal
from bot.features.charter import (
    answers,
    drafting,
    lines,
    permits,
    private,
    records,
    round_views,
)
from bot.features.charter import round_routes as routes
from bot.features.charter.answers import Round
from bot.features.charter.rules import DOTS, FEEDS, MOST_GROUPS, QUESTIONS, ranked, tidy
from bot.fields import id_in
from bot.reminders import marks
from bot.text import Moment, text
from bot.words import fold
from storage.posts import VOTE
from storage.terms import FACILITATION

WINDOW = timedelta(days=7)
SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=90)
LONGEST_ANSWER, LONGEST_NAME = 500, 60
KIND = "question"


@dataclass(frozen=True, slots=True)
class Open:
    """A round: until when it takes answers (None: seven days)."""

    until: Understood | None


@dataclass(frozen=True, slots=True)
class Said:
    """My answers to a round."""

    round: str
    why: str
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Named:
    """A new group of answers to a question of a round."""

    round: str
    question: str
    name: str


# ── opening ─────────────────────────────────────────────────────────────────────────────────────


def ask_round(ctx: Context, press: routes.AskRound) -> Outcome:
    """Open the form of a round; where one runs, the draft, with what to do in it."""
    permits.community(ctx, press.community)
    access.require(ctx, Rank.FACILITATOR)
    if answers.running(ctx.db, press.community) is not None:
        return Reply(private.desk(ctx))
    return ctx.form("charter.round")


def _closes(ctx: Context, asked: Open) -> datetime:
    return asked.until.instant if asked.until is not None else ctx.now + WINDOW


def check(ctx: Context, asked: Open) -> None:
    """One round at a time; from an hour to ninety days. Raises Misfilled."""
    there = answers.running(ctx.db, ctx.here.id or 0)
    if there is not None:
        raise Misfilled({"until": text("charter-round-runs")})
    if not ctx.now + SHORTEST <= _closes(ctx, asked) <= ctx.now + LONGEST:
        raise Misfilled({"until": text("charter-round-when")})


def preview(ctx: Context, asked: Open) -> Card:
    """What the channel would see."""
    at = Moment(_closes(ctx, asked), ctx.here.zone)
    questions = [Paragraph(text(f"charter-question-{question}")) for question in QUESTIONS]
    said = Paragraph(text("charter-round-answers", at=at))
    note = Note(text("charter-round-private-answers"))
    asks = Paragraph(text("charter-round-asks"))
    return Card(text("charter-round-title"), (asks, *questions, said, note))


def open_round(ctx: Context, asked: Open) -> Outcome:
    """Post it, and let the clock remind and close."""
    check(ctx, asked)
    place = ctx.publishing_place()
    whole = Round(
        community_id=ctx.here.id or 0,
        place_id=place.id,
        opened_by=ctx.me,
        opened_at=ctx.now,
        closes_at=_closes(ctx, asked),
    )
    ctx.db.add(whole)
    ctx.db.flush()
    number = whole.id or 0
    ctx.posts.show(place.id or 0, routes.Board(number).pack(), once=f"charter-round-{number}")
    _run(ctx, whole, ctx.now, whole.closes_at)
    said = text("charter-round-opened", channel=ctx.channel(place))
    return Reply(Card(None, (Paragraph(said),)))


def _run(ctx: Context, whole: Round, opened: datetime, closes: datetime) -> None:
    """From now on it takes answers, or dots: the clock reminds, and closes."""
    number = whole.id or 0
    ctx.later(routes.Close(number, whole.state), closes)
    for at in marks(opened, closes, None):
        ctx.later(routes.Reminder(number, whole.state), at)


# ── answering ───────────────────────────────────────────────────────────────────────────────────


def ask_answer(ctx: Context, press: routes.Reply) -> Outcome:
    """Open the form of my answers, with those I gave."""
    _open(ctx, press.round)
    own = answers.own(ctx.db, press.round, ctx.me)
    return ctx.form("charter.answer", {"round": str(press.round), **own})


def _open(ctx: Context, number: int) -> Round:
    """A round that takes answers, judged by time (R4)."""
    whole = permits.round_of(ctx, number)
    if whole.state != "answers" or ctx.now >= whole.closes_at:
        raise Refusal(text("charter-round-closed"))
    return whole


def answer(ctx: Context, asked: Said) -> Outcome:
    """Keep my answers in place of those I gave; nobody else sees them before the end."""
    whole = _open(ctx, id_in(asked.round))
    given = {"why": tidy(asked.why), "what": tidy(asked.what), "how": tidy(asked.how)}
    number = whole.id or 0
    if not any(given.values()) and not answers.own(ctx.db, number, ctx.me):
        raise Refusal(text("charter-answers-nothing"))
    for question, words in given.items():
        answers.answer(ctx.db, number, ctx.me, question, words)
    ctx.posts.refresh(routes.Board(number).pack())
    ctx.posts.refresh_notices(routes.Waiting(number, "answers").pack(), ctx.me)
    said = text("charter-answers-kept", at=round_views.until(ctx, whole))
    note = Note(text("charter-round-private-answers"))
    return Reply(Card(None, (Paragraph(said), note)))


def read(ctx: Context, press: routes.Answers) -> Outcome:
    """All answers to a question, once the round no longer takes any."""
    whole = permits.round_of(ctx, press.round)
    if press.question not in QUESTIONS:
        raise access.unknown_thing()
    if whole.state == "answers":
        raise Refusal(text("charter-answers-later", at=round_views.until(ctx, whole)))
    card = round_views.answer_page(ctx, whole, press.question, press.page)
    return Reply(card, replace=press.page > 0)


# ── grouping ────────────────────────────────────────────────────────────────────────────────────


def _grouping(ctx: Context, number: int) -> Round:
    """A round whose answers are being grouped, for whoever facilitates."""
    whole = permits.round_of(ctx, number)
    access.require(ctx, Rank.FACILITATOR)
    if whole.state != "groups":
        raise Refusal(text("charter-not-grouping"))
    return whole


def desk(ctx: Context, press: routes.Desk) -> Outcome:
    """The groups, and what is left to group."""
    return Reply(round_views.desk(ctx, _grouping(ctx, press.round)), replace=True)


def ask_group(ctx: Context, press: routes.AskGroup) -> Outcome:
    """Open the form of a new group."""
    _grouping(ctx, press.round)
    return ctx.form("charter.group", {"round": str(press.round), "question": press.question})


def make_group(ctx: Context, asked: Named) -> Outcome:
    """A group, still empty; then what to put into it is asked."""
    whole = _grouping(ctx, id_in(asked.round))
    if asked.question not in QUESTIONS:
        raise access.unknown_thing()
    there = answers.groups(ctx.db, whole.id or 0)
    alike = [one.name for one in there if one.question == asked.question]
    if fold(asked.name) in {fold(name) for name in alike}:
        raise Misfilled({"name": text("charter-group-there", name=asked.name)})
    if len(there) >= MOST_GROUPS:
        raise Misfilled({"name": text("charter-groups-full", most=MOST_GROUPS)})
    made = answers.make_group(ctx.db, whole.id or 0, asked.question, asked.name)
    return Reply(round_views.sort_card(ctx, made, 0, inside=False))


def pick_group(ctx: Context, press: routes.PickGroup) -> Outcome:
    """The group that was picked."""
    _grouping(ctx, press.round)
    chosen = _chosen(ctx)
    whole, group = permits.group(ctx, chosen[0] if chosen else 0)
    _grouping(ctx, whole.id or 0)
    return Reply(round_views.sort_card(ctx, group, 0, inside=False), replace=True)


def sort(ctx: Context, press: routes.Sort) -> Outcome:
    """What can be put into a group, or taken out of it."""
    whole, group = permits.group(ctx, press.group)
    _grouping(ctx, whole.id or 0)
    card = round_views.sort_card(ctx, group, press.page, inside=press.inside)
    return Reply(card, replace=True)


def move(ctx: Context, press: routes.Move) -> Outcome:
    """Put what was picked into the group, or take it out."""
    whole, group = permits.group(ctx, press.group)
    _grouping(ctx, whole.id or 0)
    to = None if press.inside else press.group
    answers.sort_into(ctx.db, whole.id or 0, group.question, set(_chosen(ctx)), to)
    card = round_views.sort_card(ctx, group, press.page, inside=press.inside)
    return Reply(card, replace=True)


def drop(ctx: Context, press: routes.Drop) -> Outcome:
    """A group is taken away; its answers wait for another."""
    whole, group = permits.group(ctx, press.group)
    _grouping(ctx, whole.id or 0)
    answers.drop_group(ctx.db, group)
    return Reply(round_views.desk(ctx, whole), replace=True)


def _chosen(ctx: Context) -> list[int]:
    said = (ctx.request.values.get("chosen", "") if ctx.request else "").split()
    return [id_in(one) for one in said]


# ── dots ────────────────────────────────────────────────────────────────────────────────────────


def start_dots(ctx: Context, press: routes.StartDots) -> Outcome:
    """Everybody is asked for their dots."""
    whole = _grouping(ctx, press.round)
    if len(answers.groups(ctx.db, press.round)) < 2:
        raise Refusal(text("charter-groups-few"))
    whole.state, whole.votes_until = "dots", ctx.now + WINDOW
    ctx.db.add(whole)
    ctx.db.flush()
    _run(ctx, whole, ctx.now, whole.votes_until)
    ctx.posts.refresh(routes.Board(press.round).pack())
    said = text("charter-dots-started", at=round_views.until(ctx, whole))
    return Reply(Card(None, (Paragraph(said),)), replace=True)


def _voting(ctx: Context, number: int) -> Round:
    """A round that takes dots, judged by time (R4)."""
    whole = permits.round_of(ctx, number)
    if whole.state != "dots" or whole.votes_until is None or ctx.now >= whole.votes_until:
        raise Refusal(text("charter-dots-closed"))
    return whole


def show_dots(ctx: Context, press: routes.Dots) -> Outcome:
    """My dots."""
    return Reply(round_views.ballot(ctx, _voting(ctx, press.round)))


def put_dots(ctx: Context, press: routes.PutDots) -> Outcome:
    """My dots, in place of those I put; three at most, one a group."""
    whole = _voting(ctx, press.round)
    chosen = set(_chosen(ctx))
    if not chosen <= {one.id for one in answers.groups(ctx.db, press.round)}:
        raise access.unknown_thing()
    if len(chosen) > DOTS:
        raise Refusal(text("charter-dots-most", most=DOTS))
    answers.put_dots(ctx.db, press.round, ctx.me, chosen)
    ctx.posts.refresh(routes.Board(press.round).pack())
    ctx.posts.refresh_notices(routes.Waiting(press.round, "dots").pack(), ctx.me)
    return Reply(round_views.ballot(ctx, whole), replace=True)


# ── the end ─────────────────────────────────────────────────────────────────────────────────────


def end_now(ctx: Context, press: routes.EndNow) -> Outcome:
    """Whoever facilitates ends what runs before its time; it is written down."""
    whole = permits.round_of(ctx, press.round)
    access.require(ctx, Rank.FACILITATOR)
    if whole.state != press.state or press.state not in ("answers", "dots"):
        raise Refusal(text("charter-round-closed"))
    ctx.journal("charter.round-ended", routes.Board(press.round), what=press.state)
    end(ctx, whole)
    return Reply(Card(None, (Paragraph(text("charter-ended")),)), replace=True)


def end(ctx: Context, whole: Round) -> None:
    """The answers are in, or the dots: all is shown at once, and what comes next is asked for."""
    number = whole.id or 0
    ctx.never(routes.Close(number, whole.state))
    ctx.never(routes.Reminder(number, whole.state))
    there = answers.answered(ctx.db, number)
    was = whole.state
    whole.state = "groups" if was == "answers" and there else "ended"
    if was == "answers":
        whole.closes_at = min(whole.closes_at, ctx.now)
    elif whole.votes_until is not None:
        whole.votes_until = min(whole.votes_until, ctx.now)
    ctx.db.add(whole)
    ctx.db.flush()
    if whole.state == "groups":
        _tell_facilitator(ctx, whole)
    elif there:
        feed(ctx, whole)
    ctx.posts.refresh(routes.Board(number).pack())


def _tell_facilitator(ctx: Context, whole: Round) -> None:
    person = access.on_duty(ctx, FACILITATION)
    if person is not None:
        waits = routes.Waiting(whole.id or 0, "groups")
        once = f"charter-round-{whole.id}-groups"
        ctx.tell(person, waits, kind=KIND, severity=VOTE, once=once)


def feed(ctx: Context, whole: Round) -> None:
    """The outcome goes into the draft: where a section says something already, as a suggestion."""
    number, here = whole.id or 0, whole.community_id
    dots, written = answers.dots(ctx.db, number), records.texts(ctx.db, here)
    for question, key in FEEDS.items():
        names = {one.id or 0: one.name for one in answers.groups(ctx.db, number, question)}
        order = ranked({one: dots[one] for one in names})
        chosen = [one for one in order if dots[one]] or order
        if not chosen:
            continue
        said = [lines.theirs(ctx, text(f"charter-fed-{question}"))]
        words = "\n".join([*said, *(f"– {names[one]}" for one in chosen)])
        if key in written:
            records.suggest(ctx.db, here, key, words, None, ctx.now)
        else:
            records.write(ctx.db, here, key, words, None, ctx.now)
    drafting.announce(ctx)


def left(ctx: Context, person: int) -> None:
    """Somebody leaves: what they said stays, and they count among the members no more (R8)."""
    del person
    there = answers.running(ctx.db, ctx.here.id or 0)
    if there is not None:
        ctx.posts.refresh(routes.Board(there.id or 0).pack())
