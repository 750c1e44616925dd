"""The one thing to do for a step: what opens it in this build, and what its form begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from bot import access, evidence
from bot.card import Button, Outcome
from bot.command import Command, Press, Rank
from bot.context import Context
from bot.errors import Malformed
from bot.evidence import Fact
from bot.features.journey import routes
from bot.features.journey.rules import State
from bot.features.journey.standing import Standing
from bot.fields import say
from bot.nudging import go_to
from bot.route import Route
from bot.text import text
from storage import roles

DOORS: dict[str, tuple[str, ...]] = {
    "goal": ("goal.new",),
    "goals": ("goal.list",),
    "assess": ("goal.assess",),
    "invite": ("community.invite",),
    "core": ("core.ask",),
    "who": ("people.who",),
    "round": ("charter.ask-round",),
    "meet": ("meet.propose",),
    "meetings": ("meet.list",),
    "role": ("role.new",),
    "roles": ("role.list",),
    "express": ("charter.ask-express",),
    "draft": ("charter.draft",),
    "charter": ("charter.show",),
    "share": ("share.new",),
    "digest": ("digest.tuning",),
    "librarian": ("role.new",),
    "poll": ("poll.new",),
    "library": ("share.list",),
    "report": ("impact.show",),
    "retro": ("journey.retro",),
    "actions": ("retro.latest",),
}
"""What opens a thing: commands, or buttons that carry a community; the first that this build has.

Words: `journey-do-{door}` stands on its button.
"""

BEGINS: dict[int, str] = {
    1: "goal",
    2: "invite",
    3: "round",
    4: "role",
    5: "express",
    6: "meet",
    7: "share",
    8: "poll",
    9: "library",
    10: "retro",
}
"""By step, what begins it and what else it needs, unless something else is said here."""

NEEDS: dict[Fact, str] = {
    Fact.GOALS_COMPLETE: "goals",
    Fact.GOALS_OVERDUE: "assess",
    Fact.CORE_ACCEPTED: "core",
    Fact.CORE_FILLED: "who",
    Fact.CORE_ACTIVE: "core",
    Fact.MEETING_BEST_PRESENT: "meet",
    Fact.MEETING_BEST_SHARE: "meet",
    Fact.COMMUNITY_DAYS: "meet",
    Fact.ROLES_VACANT_DAYS: "roles",
    Fact.ROLES_OVER_LIMIT: "roles",
    Fact.ROLES_BALANCE: "roles",
    Fact.CHARTER_ADOPTED: "draft",
    Fact.CHARTER_COVERAGE: "charter",
    Fact.CHARTER_REVIEW_PASSED: "charter",
    Fact.DIGEST_ON: "digest",
    Fact.LIBRARIANS: "librarian",
    Fact.REPORT_SHARED_90: "report",
    Fact.CHANGES_LINKED_180: "actions",
    Fact.ACTIONS_DONE_SHARE_180: "actions",
}
"""By the fact that decides."""

LOOKS: dict[int, str] = {
    1: "goals",
    2: "who",
    3: "meetings",
    4: "roles",
    5: "charter",
    6: "meetings",
    7: "library",
    8: "poll",
    9: "report",
    10: "actions",
}
"""By step, where what is done can be seen."""


FOR = {
    "assess": Rank.FACILITATOR,
    "core": Rank.COORDINATOR,
    "digest": Rank.COORDINATOR,
    "retro": Rank.FACILITATOR,
    "round": Rank.FACILITATOR,
}
"""Who may, where what opens lets everybody in and its answer judges."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a door opens here: the command, or the route; and who may."""

    who: Rank
    command: Command | None = None
    route: Route | None = None


def door(number: int, now: Standing) -> str:
    """Which door a step shows in its state."""
    found = now.judged[number]
    fact = found.because.fact if found.because is not None else None
    if found.state is State.DONE:
        return LOOKS[number]
    if fact is None or (number == 7 and fact is Fact.COMMUNITY_DAYS):
        return BEGINS[number]
    if fact is Fact.ROLES_HELD and now.facts.get(Fact.ROLES_DEFINED, 0) >= now.bars["roles"]:
        return "roles"  # there are enough: what they lack is people
    if NEEDS.get(fact) == "meet" and now.facts.get(Fact.MEETINGS_NEXT_180, 0):
        return "meetings"  # one is settled: it only has to take place
    return NEEDS.get(fact, BEGINS[number])


def way(ctx: Context, door: str) -> Way | None:
    """How it opens in this build; None where nothing here does. Raises Malformed for no door."""
    if door not in DOORS:
        raise Malformed(door)
    for name in DOORS[door]:
        for feature in ctx.desk.features:
            for group in feature.groups:
                for command in group.commands:
                    if command.name == name:
                        return Way(FOR.get(door, command.who), command=command)
            for press in feature.presses:
                if press.route.address == name and _of_community(press):
                    who = FOR.get(door, press.who)
                    return Way(who, route=press.route(ctx.here.id or 0))  # type: ignore[call-arg]
    return None


def _of_community(press: Press) -> bool:
    """Whether its route carries a community and nothing else."""
    return [part.name for part in fields(press.route)] == ["community"]  # type: ignore[arg-type]


def button(ctx: Context, door: str, *, primary: bool = True) -> Button | None:
    """The button of a door; None where it does not open here, or not for this person."""
    found = way(ctx, door)
    if found is None or ctx.rank < found.who:
        return None
    route = found.route or routes.Go(ctx.here.id or 0, door)
    return Button(text(f"journey-do-{door}"), route, "primary" if primary else "plain")


def go(ctx: Context, press: routes.Go) -> Outcome:
    """Open it, in this community, from a direct message too; a form has its first values in place."""
    go_to(ctx, press.community)
    found = way(ctx, press.door)
    if found is None or found.command is None:
        raise access.unknown_thing()
    command = found.command
    access.require(ctx, command.who)
    if not any(p.required for p in command.fields) and not command.asks:
        return ctx.desk.run(ctx, command.name, {})
    started = dict(command.start(ctx)) if command.start is not None else {}
    known = {p.name for p in command.parameters}
    values = {name: said for name, said in _first(ctx, press.door).items() if name in known}
    return ctx.form(command.name, {**values, **started})


def _first(ctx: Context, door: str) -> Mapping[str, str]:
    """What the form of a door begins with."""
    match door:
        case "goal":
            return {"objective": ctx.here.purpose, "sentence": ctx.here.purpose}
        case "meet":
            return {"title": say(ctx, text(f"journey-{_which(ctx, Fact.DATES_PROPOSED)}-meeting"))}
        case "role":
            return {"role": say(ctx, text(f"ready-{_missing_role(ctx)}"))}
        case "librarian":
            return {"role": say(ctx, text("ready-library"))}
        case "poll":
            return {
                "question": say(ctx, text(f"journey-{_which(ctx, Fact.POLLS_EVER)}-question")),
                "choices": say(ctx, text("journey-first-choices")).replace(" | ", "\n"),
            }
        case _:
            return {}


def _which(ctx: Context, fact: Fact) -> str:
    """Whether what is begun would be the first of its kind, or the next."""
    return "next" if evidence.gathered(ctx).get(fact) else "first"


_FIRST_ROLES = ("facilitation", "notes", "library", "welcome")


def _missing_role(ctx: Context) -> str:
    """The first ready-made role that the community has not."""
    there = {role.key for role in roles.roles(ctx.db, ctx.here.id or 0)}
    return next((key for key in _FIRST_ROLES if key not in there), _FIRST_ROLES[0])
