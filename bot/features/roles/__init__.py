"""Roles that turn: the fair pick, swaps, absences and handovers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.command import Awaiting, Command, Feature, Group, Kind, Named, Parameter, Press, Rank, View
from bot.context import Context
from bot.features.roles import (
    answering,
    away,
    commands,
    evidence,
    handing,
    knowing,
    lines,
    making,
    nudges,
    permits,
    planning,
    records,
    routes,
    swapping,
    views,
)
from bot.news import SOON, News, Section
from bot.route import Route
from bot.text import Line, text
from storage import roles

_ROLE = Parameter(
    "role",
    Named("role", "rôle"),
    Kind.REFERENCE,
    positional=True,
    longest=making.LONGEST_NAME,
    complete=commands.complete,
)
_ID = Parameter("role", Named("role", "rôle"), form=False)
_TURN = Parameter("turn", Named("turn", "tour"), form=False)
_PERSON = Parameter("person", Named("person", "personne"), longest=100, positional=True)
_POOL = Parameter("pool", Named("pool", "groupe"), Kind.PEOPLE, longest=100, most=making.MOST_POOL)
_SEATS = Parameter("seats", Named("seats", "places"), Kind.NUMBER, least=1, most=making.MOST_SEATS)
_IN_A_ROW = Parameter(
    "in_a_row", Named("max-consecutive", "d-affilée"), Kind.NUMBER, least=0, most=12
)
_GRACE = Parameter("grace", Named("grace", "répit"), longest=making.LONGEST_TERM)
_EXCLUDES = Parameter(
    "excludes", Named("excludes", "exclut"), Kind.PEOPLE, longest=making.LONGEST_NAME, most=10
)
_WORDS = Parameter("purpose", Named("purpose", "raison"), longest=making.LONGEST_TEXT, long=True)

NEW = Command(
    "role.new",
    Named("new", "nouveau"),
    making.NewRole,
    making.new,
    Rank.COORDINATOR,
    (
        replace(_ROLE, kind=Kind.LINE, required=True, complete=making.complete),
        Parameter("term", Named("term", "tour"), longest=making.LONGEST_TERM),
        Parameter("start", Named("start", "début"), Kind.DATE),
        _POOL,
        _SEATS,
        replace(_IN_A_ROW, form=False),
        replace(_GRACE, form=False),
        replace(_EXCLUDES, form=False),
    ),
    preview=making.preview,
    check=making.check,
    kept=making.exact,
    publishes=True,
    shows_first=True,
)

_AWAY = Command(
    "role.away",
    Named("away", "absence"),
    commands.Away,
    commands.go_away,
    Rank.MEMBER,
    (
        Parameter("when", Named("when", "quand"), required=True, longest=100, positional=True),
        Parameter(
            "roles",
            Named("roles", "rôles"),
            Kind.PEOPLE,
            longest=making.LONGEST_NAME,
            most=10,
        ),
        replace(_PERSON, positional=False, form=False),
    ),
    check=commands.check_away,
    bare=commands.my_absences,
)


def _on_one(name: str, names: Named, run: object) -> Command:
    """A command on one role."""
    return Command(name, names, commands.Which, run, Rank.MEMBER, (_ROLE,))  # type: ignore[arg-type]


GROUP = Group(
    "role",
    Named("role", "tour"),
    (
        Command("role.list", Named("list", "liste"), commands.Nothing, commands.list_roles),
        NEW,
        _on_one("role.turn", Named("turn", "suivant"), commands.turn),
        Command(
            "role.swap",
            Named("swap", "échange"),
            commands.Whose,
            commands.swap,
            Rank.MEMBER,
            (_ROLE, _PERSON),
        ),
        _AWAY,
        _on_one("role.handover", Named("handover", "passation"), commands.handover),
        Command(
            "role.why",
            Named("why", "pourquoi"),
            commands.Whose,
            commands.why,
            Rank.MEMBER,
            (_ROLE, _PERSON),
        ),
        _on_one("role.preview", Named("preview", "aperçu"), commands.preview),
        _on_one("role.history", Named("history", "historique"), commands.history),
    ),
    aliases=("role",),
)

FORMS = (
    Command(
        "role.edit",
        Named("edit", "modifier"),
        making.Edit,
        making.edit,
        Rank.ANYONE,  # the handlers of small forms judge, once they know which role is meant
        (
            _ID,
            Parameter("name", Named("name", "nom"), longest=making.LONGEST_NAME),
            _WORDS,
            replace(_WORDS, name="duties", names=Named("duties", "missions")),
            replace(_WORDS, name="checklist", names=Named("checklist", "étapes")),
            Parameter("group", Named("group", "groupe"), longest=60),
        ),
    ),
    Command(
        "role.limits",
        Named("limits", "limites"),
        making.Limits,
        making.limits,
        Rank.ANYONE,
        (_ID, _POOL, _SEATS, _IN_A_ROW, _GRACE, _EXCLUDES),
    ),
    Command(
        "role.note",
        Named("note", "mot"),
        handing.Note3,
        handing.write_note,
        Rank.ANYONE,
        (
            _TURN,
            Parameter("going", Named("going", "en-cours"), longest=400),
            Parameter("coming", Named("coming", "à-venir"), longest=400),
            Parameter("care", Named("care", "attention"), longest=400),
        ),
    ),
)


# ── what other features ask ─────────────────────────────────────────────────────────────────────


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """The turns that this person is asked for, what to pass on, and turns that nobody has."""
    here, today = ctx.here.id or 0, permits.today(ctx)
    found = []
    for turn in records.turns_with(ctx.db, here, ctx.me, today):
        role = permits.role(ctx, turn.role_id)
        if turn.state == "asked":
            line = text("role-awaits", name=lines.name(role), days=lines.term_days(ctx, turn))
            found.append(Awaiting(line, routes.Show(turn.role_id), text("role-awaits-see"), 2))
    for role in roles.roles(ctx.db, here):
        for turn in records.turns_of(ctx.db, role.id or 0, since=today):
            parts = planning.having(ctx, turn)
            mine = bool(parts) and parts[-1][0] == ctx.me
            if (
                mine
                and ctx.now >= planning.ending(ctx, turn)
                and not handing.complete(ctx, role, turn)
            ):
                line = text("role-awaits-note", name=lines.name(role))
                note = routes.AskNote(turn.id or 0)
                found.append(Awaiting(line, note, text("role-button-note"), 1))
            elif turn.state == "vacant" and permits.steers(ctx):
                line = text("role-awaits-vacant", name=lines.name(role))
                found.append(Awaiting(line, routes.Show(role.id or 0), text("role-awaits-see"), 1))
    return tuple(found)


def news(ctx: Context, since: datetime) -> tuple[News, ...]:
    """Turns that begin soon, and those that nobody has (feature 18 A1)."""
    del since
    today = permits.today(ctx)
    found = []
    for role in roles.roles(ctx.db, ctx.here.id or 0):
        opens = routes.Show(role.id or 0)
        for turn in records.turns_of(ctx.db, role.id or 0, since=today):
            if turn.state == "vacant":
                more = text("role-news-vacant", days=lines.term_days(ctx, turn))
                card: Route = routes.Call(turn.id or 0)
                found.append(News(Section.DECIDE, lines.name(role), more, card, opens))
            elif turn.state == "accepted" and today <= turn.first <= today + SOON:
                more = text(
                    "role-news-begins",
                    who=lines.who_has(ctx, turn),
                    day=lines.day(ctx, turn.first),
                )
                card = routes.RoleCard(role.id or 0)
                found.append(News(Section.NEXT, lines.name(role), more, card, opens))
    return tuple(found)


def handover(ctx: Context) -> tuple[Line, ...]:
    """What whoever facilitates next inherits: turns that nobody has, or has not said yes to."""
    today = permits.today(ctx)
    return tuple(
        text(f"role-handover-{turn.state}", name=lines.name(role), days=lines.term_days(ctx, turn))
        for role in roles.roles(ctx.db, ctx.here.id or 0)
        for turn in records.turns_of(ctx.db, role.id or 0, since=today)
        if turn.state != "accepted"
    )


FEATURE = Feature(
    name="roles",
    groups=(GROUP,),
    forms=FORMS,
    presses=(
        Press(routes.Show, commands.show),
        Press(routes.Pick, commands.picked),
        Press(routes.Accept, answering.accept),
        Press(routes.Decline, answering.decline),
        Press(routes.Volunteer, answering.volunteer),
        Press(routes.Keen, answering.keen),
        Press(routes.Why, commands.why_press),
        Press(routes.WhyNot, commands.why_not),
        Press(routes.Preview, commands.preview_press),
        Press(routes.History, commands.history_press),
        Press(routes.Next, commands.turn_press),
        Press(routes.FindSwap, swapping.find),
        Press(routes.Cover, swapping.cover),
        Press(routes.Take, swapping.take),
        Press(routes.GiveBack, swapping.give_back),
        Press(routes.Withdraw, swapping.withdraw),
        Press(routes.Back, away.back),
        Press(routes.AskAway, commands.ask_away),
        Press(routes.AskEdit, making.ask_edit),
        Press(routes.AskLimits, making.ask_limits),
        Press(routes.Retire, making.retire),
        Press(routes.AskNote, handing.ask_note),
        Press(routes.Tick, handing.tick),
        Press(routes.ShowPack, handing.show_pack),
        Press(routes.Plan, nudges.plan, clock=True),
        Press(routes.Remind, nudges.remind, clock=True),
        Press(routes.Silent, nudges.silent, clock=True),
        Press(routes.Begin, nudges.begin, clock=True),
        Press(routes.Ending, nudges.ending, clock=True),
        Press(routes.AskAround, nudges.around, clock=True),
    ),
    views=(
        View(routes.RoleCard, views.card),
        View(routes.Following, views.following),
        View(routes.Call, views.call),
        View(routes.SwapCard, views.swap_card),
        View(routes.Asked, views.asked),
        View(routes.Vacant, views.vacant),
        View(routes.Changed, views.changed),
        View(routes.SwapAsked, views.swap_asked),
        View(routes.PassingOn, handing.passing_on),
        View(routes.Pack, handing.pack),
    ),
    awaits=awaits,
    nudges=nudges.conditions,
    nudge_rules=(nudges.VACANT, nudges.HANDOVER),
    news=news,
    handover=handover,
    knows=knowing.knows,
    evidence=evidence.evidence,
    changes=evidence.changes,
    measures=evidence.measures,
    joins=away.joined,
    leaves=away.left,
    zoned=planning.zoned,
    wakes=planning.wakes,
)
