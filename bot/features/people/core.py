"""The core group: who is asked, who says yes, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access, choices
from bot.card import Block, Button, Buttons, Card, Facts, Note, Outcome, Paragraph, Reply
from bot.command import Awaiting, Rank
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.people import commands, records, routes, rules
from bot.features.people.records import Core, Seat
from bot.knowing import FillCard
from bot.text import Line, Moment, Style, Text, Words, listed, text
from storage.people import Person
from storage.posts import ROLE, STARTED, shown_notice

MOST = 15


@dataclass(frozen=True, slots=True)
class Ask:
    """People to ask; nobody: show the group. `community` is its id."""

    people: tuple[str, ...]
    community: str


# ── asking ──────────────────────────────────────────────────────────────────────────────────────


def ask_form(ctx: Context, press: routes.AskCore) -> Outcome:
    """Open the form that asks people."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    return ctx.form("people.core", {"community": str(press.community)})


def check(ctx: Context, asked: Ask) -> None:
    """Coordinators ask, and members are asked. Raises Misfilled."""
    if asked.people:
        commands.entered(ctx, asked.community)
        access.require(ctx, Rank.COORDINATOR)
        _persons(ctx, asked)


def ask(ctx: Context, asked: Ask) -> Outcome:
    """Ask each person, who answers for themselves; nobody: show the group."""
    here = commands.entered(ctx, asked.community)
    new: list[int] = []
    known: list[int] = []
    for person in _persons(ctx, asked):
        seat = records.core(ctx.db, here, person)
        if seat is not None and seat.state in {"asked", "accepted"}:
            known.append(person)
            continue
        _put(ctx, here, person, seat)
        new.append(person)
    lead = [
        Paragraph(text(key, names=listed([ctx.mention(one) for one in some], most=MOST)))
        for key, some in (("core-asked-now", new), ("core-asked-before", known))
        if some
    ]
    return Reply(card(ctx, lead))


def _put(ctx: Context, here: int, person: int, seat: Core | None) -> None:
    """Ask one person; who asks themselves has said yes."""
    seat = seat or Core(community_id=here, person_id=person, asked_at=ctx.now)
    mine = person == ctx.me
    seat.state, seat.asked_by, seat.asked_at = "asked", ctx.me, ctx.now
    seat.answered_at = None
    if mine:
        seat.state, seat.answered_at = "accepted", ctx.now
    ctx.db.add(seat)
    ctx.db.flush()
    ctx.journal("core.asked", routes.Core(here), whom=str(person))
    if not mine:
        ctx.tell(
            person,
            routes.Asked(here, person),
            kind="question",
            severity=ROLE,
            once=f"core-{here}-{person}-{ctx.now:%Y%m%d%H%M%S}",
        )


def _persons(ctx: Context, asked: Ask) -> list[int]:
    """The members who are named, each once. Raises Misfilled for the first who is not known."""
    found: dict[int, None] = {}
    for name in access.names_in("\n".join(asked.people)):
        person = access.person_named(ctx, name)
        if person is None:
            raise Misfilled({"people": text("unknown-person", name=name[:60])})
        found[person] = None
    return list(found)


def withdraw(ctx: Context, press: routes.Withdraw) -> Outcome:
    """Take a question back; who has answered meanwhile has."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    seat = records.core(ctx.db, press.community, press.person)
    if seat is not None and seat.state == "accepted":
        raise Refusal(text("core-too-late", who=ctx.mention(press.person)))
    if seat is not None:
        _forget(ctx, press.community, press.person)
        ctx.journal("core.withdrawn", routes.Core(press.community), whom=str(press.person))
    return Reply(card(ctx), replace=True)


def _forget(ctx: Context, community: int, person: int) -> None:
    records.remove(ctx.db, community, person)
    ctx.posts.refresh_notices(routes.Asked(community, person).pack())


# ── answering ───────────────────────────────────────────────────────────────────────────────────


def answer(ctx: Context, press: routes.Answer) -> Outcome:
    """Yes or no, for myself; who asked is told."""
    choices.member_of(ctx, press.community)
    seat = records.core(ctx.db, press.community, ctx.me)
    if seat is None:
        raise Refusal(text("core-withdrawn"))
    state = "accepted" if press.yes else "declined"
    if seat.state != state:
        _answered(ctx, seat, state)
    return Reply(_thanks(ctx, seat), replace=True)


def leave(ctx: Context, press: routes.Leave) -> Outcome:
    """Leave the core group, and stay a member."""
    choices.member_of(ctx, press.community)
    seat = records.core(ctx.db, press.community, ctx.me)
    if seat is None or seat.state != "accepted":
        raise Refusal(text("core-not-in"))
    _answered(ctx, seat, "left")
    return Reply(_thanks(ctx, seat), replace=True)


def _answered(ctx: Context, seat: Core, state: str) -> None:
    seat.state, seat.answered_at = state, ctx.now
    ctx.db.add(seat)
    ctx.db.flush()
    ctx.posts.refresh_notices(routes.Asked(seat.community_id, ctx.me).pack())
    if seat.asked_by is not None and seat.asked_by != ctx.me:
        ctx.tell(
            seat.asked_by,
            routes.Answered(seat.community_id, ctx.me),
            kind="question",
            severity=STARTED,
            once=f"core-{seat.community_id}-{ctx.me}-{state}-{ctx.now:%Y%m%d%H%M%S}",
        )


def left(ctx: Context, person: int) -> None:
    """Who leaves the community leaves its core group, and is not asked about their card."""
    here = ctx.here.id or 0
    ctx.never(routes.Check(here, person))
    _forget(ctx, here, person)


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


def show(ctx: Context, press: routes.Core) -> Outcome:
    """The group as it stands."""
    choices.member_of(ctx, press.community)
    return Reply(card(ctx))


def card(ctx: Context, lead: list[Paragraph] | None = None) -> Card:
    """Who is in; to coordinators also what each lacks, who was asked and what they said."""
    here = ctx.here.id or 0
    seats = records.seats(ctx.db, here)
    steers = ctx.rank >= Rank.COORDINATOR
    own = next((seat.core for seat in seats if seat.core.person_id == ctx.me), None)
    blocks: list[Block] = [*(lead or [])]
    if own is not None and own.state == "asked":
        blocks.extend(_question(ctx, own))
    members = [seat for seat in seats if seat.core.state == "accepted"]
    filled = sum(seat.filled for seat in members)
    figures = text("core-empty", enough=rules.ENOUGH_CORE)
    if members:
        figures = text("core-figures", count=len(members), filled=filled)
    blocks.append(Paragraph(figures))
    if rows := _rows(ctx, seats, steers=steers):
        blocks.append(Facts(rows))
    if buttons := _buttons(ctx, seats, own, steers=steers):
        blocks.append(Buttons(buttons))
    return Card(text("core-title"), (*blocks, Note(text("core-note"))))


def _rows(ctx: Context, seats: list[Seat], *, steers: bool) -> tuple[tuple[Line, Line], ...]:
    rows: list[tuple[Line, Line]] = []
    for state in ("accepted", "asked", "declined", "left") if steers else ("accepted",):
        some = [seat for seat in seats if seat.core.state == state]
        said = [_person(ctx, seat) if steers else ctx.mention(seat.core.person_id) for seat in some]
        if said:
            rows.append((text(f"core-{state}"), listed(said, most=MOST)))
    return tuple(rows)


def _person(ctx: Context, seat: Seat) -> Line:
    who = ctx.mention(seat.core.person_id)
    if seat.core.state == "accepted":
        return text("core-filled" if seat.filled else "core-unfilled", who=who)
    if seat.core.state == "asked":
        at = Moment(seat.core.asked_at, ctx.here.zone, Style.DAY)
        return text("core-since", who=who, at=at)
    return who


def _buttons(
    ctx: Context, seats: list[Seat], own: Core | None, *, steers: bool
) -> tuple[Button, ...]:
    here = ctx.here.id or 0
    buttons: list[Button] = []
    if steers:
        buttons.append(Button(text("core-ask-button"), routes.AskCore(here), "primary"))
    if own is not None and own.state == "accepted":
        buttons.append(Button(text("card-fill-button"), FillCard(here)))
        confirm = text("core-leave-confirm")
        buttons.append(Button(text("core-leave"), routes.Leave(here), "danger", confirm=confirm))
    waiting = [seat.core.person_id for seat in seats if seat.core.state == "asked"]
    for person in waiting[:MOST] if steers else ():
        found = ctx.db.get(Person, person)
        name = Words(found.name[:20] if found else "?")
        buttons.append(Button(text("core-withdraw", name=name), routes.Withdraw(here, person)))
    return tuple(buttons)


def _question(ctx: Context, seat: Core) -> list[Block]:
    by = ctx.mention(seat.asked_by) if seat.asked_by is not None else text("role-coordination")
    here = seat.community_id
    return [
        Paragraph(text("core-question", by=by, name=ctx.here.name)),
        Note(text("core-question-note")),
        Buttons(
            (
                Button(text("core-yes"), routes.Answer(here, yes=True), "primary"),
                Button(text("core-no"), routes.Answer(here, yes=False)),
            )
        ),
    ]


def _thanks(ctx: Context, seat: Core) -> Card:
    """What I said, and what comes next."""
    blocks: list[Block] = [Paragraph(_state(ctx, seat))]
    if seat.state == "accepted":
        blocks.append(Buttons((Button(text("card-fill-button"), FillCard(seat.community_id)),)))
    return Card(None, tuple(blocks))


def _state(ctx: Context, seat: Core) -> Text:
    return text(f"core-you-{seat.state}", name=ctx.here.name)


def asked(ctx: Context, route: routes.Asked) -> Card | None:
    """The question in a direct message; once it is answered, the answer."""
    seat = records.core(ctx.db, route.community, route.person)
    if seat is None:
        seen = shown_notice(ctx.db, route.person, route.pack())
        return Card(None, (Paragraph(text("core-withdrawn")),)) if seen else None
    if seat.state == "asked":
        return Card(text("core-title"), tuple(_question(ctx, seat)))
    return _thanks(ctx, seat)


def answered(ctx: Context, route: routes.Answered) -> Card | None:
    """What somebody said, to who asked."""
    seat = records.core(ctx.db, route.community, route.person)
    if seat is None or seat.state == "asked":
        return None
    says = text(f"core-they-{seat.state}", who=ctx.mention(route.person))
    button = Button(text("core-button"), routes.Core(route.community))
    return Card(None, (Paragraph(says), Buttons((button,))))


# ── what other features ask ─────────────────────────────────────────────────────────────────────


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """The question that waits for my answer; once I said yes, the card that lacks something."""
    here = ctx.here.id or 0
    seat = records.core(ctx.db, here, ctx.me)
    if seat is None or ctx.member is None:
        return ()
    if seat.state == "asked":
        return (Awaiting(text("core-awaits"), routes.Core(here), text("core-awaits-see"), 2),)
    profile = records.profile(ctx.db, here, ctx.me)
    if seat.state == "accepted" and not (profile and profile.offers and profile.asks):
        return (Awaiting(text("core-awaits-card"), FillCard(here), text("card-fill-button")),)
    return ()


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: questions without an answer."""
    waiting = [
        ctx.mention(seat.core.person_id)
        for seat in records.seats(ctx.db, ctx.here.id or 0)
        if seat.core.state == "asked"
    ]
    return (text("core-handover", names=listed(waiting, most=MOST)),) if waiting else ()
