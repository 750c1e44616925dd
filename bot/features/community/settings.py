"""The settings of a community, and who coordinates it: before and after shown, both journaled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import access
from bot.card import Button, Buttons, Card, Facts, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.date_zones import no_such_zone
from bot.errors import Misfilled
from bot.features.community import records, routes, rules
from bot.text import Line, Text, Words, text
from scheduling.calendar import zone_named
from scheduling.public_holidays import country_named, holiday_name, likely_country, say_country
from storage import terms
from storage.people import Community
from storage.posts import ROLE


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a community. An empty value changes nothing; no facilitator is nobody."""

    zone: str
    language: str
    hours: str
    facilitator: str
    polls: str
    country: str


@dataclass(frozen=True, slots=True)
class Holidays:
    """The country whose public holidays the community keeps; empty is none."""

    country: str


@dataclass(frozen=True, slots=True)
class Coordinators:
    """Who coordinates and who administers, one a line, and the community's id."""

    coordinators: tuple[str, ...]
    admins: tuple[str, ...]
    community: str


def start(ctx: Context) -> Mapping[str, str]:
    """The settings as they are, those that the form has room for."""
    return {name: value for name, value in as_they_are(ctx).items() if name != "country"}


def as_they_are(ctx: Context) -> Mapping[str, str]:
    """All settings as they are."""
    here = ctx.here
    access.require(ctx, Rank.COORDINATOR)
    assert here.id is not None
    holder = records.facilitator(ctx.db, here.id, ctx.now)
    return {
        "zone": here.zone,
        "country": here.country,
        "language": here.language,
        "hours": rules.say_window(here.opens, here.closes, here.open_days, ctx.reader.language),
        "facilitator": access.name_for(ctx, holder) if holder else "",
        "polls": Rank(max(here.poll_rank, Rank.MEMBER)).name.lower(),
    }


def settings(ctx: Context, asked: Settings) -> Outcome:
    """Change the settings; the answer shows before and after, and the journal keeps both."""
    here = ctx.here
    assert here.id is not None
    before = as_they_are(ctx)
    zone = zone_named(asked.zone) or here.zone
    moves = zone != here.zone
    if moves and here.country == likely_country(here.zone):
        here.country = likely_country(zone)  # nobody chose it: it goes with the zone
    here.zone = zone
    if asked.country:
        here.country = _country(asked.country)
    here.language = asked.language or here.language
    if window := rules.read_window(asked.hours):
        here.opens = f"{window.opens:%H:%M}"
        here.closes = f"{window.closes:%H:%M}"
        here.open_days = "".join(str(day) for day in window.days)
    if asked.polls:
        here.poll_rank = Rank[asked.polls.upper()]
    ctx.db.add(here)
    _facilitate(ctx, here, asked.facilitator)
    for feature in ctx.desk.features if moves else ():
        feature.zoned(ctx)
    return _changed(ctx, before)


def start_holidays(ctx: Context) -> Mapping[str, str]:
    """The country as it is, by its name."""
    country = ctx.here.country
    return {"country": say_country(country, ctx.reader.language)} if country else {}


def holidays(ctx: Context, asked: Holidays) -> Outcome:
    """Change the country whose public holidays are kept, and nothing else."""
    before = as_they_are(ctx)
    ctx.here.country = _country(asked.country)
    ctx.db.add(ctx.here)
    return _changed(ctx, before)


def _changed(ctx: Context, before: Mapping[str, str]) -> Reply:
    """Journal what is not as it was before, and show both."""
    here, after = ctx.here, as_they_are(ctx)
    assert here.id is not None
    changed = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    all_of_them = Buttons((Button(text("settings-all"), routes.Overview(here.id)),))
    if not changed:
        return Reply(Card(None, (Paragraph(text("settings-same")), all_of_them)))
    for name, (old, new) in changed.items():
        ctx.journal(
            "community.settings", routes.Invitation(here.id), setting=name, before=old, after=new
        )
    ctx.posts.refresh(routes.Invitation(here.id).pack())
    rows: list[tuple[Line, Line]] = [
        (
            text(f"ronde-settings-{name}"),
            text("settings-change", before=shown(ctx, name, old), after=shown(ctx, name, new)),
        )
        for name, (old, new) in changed.items()
    ]
    return Reply(
        Card(
            text("settings-changed"), (Facts(tuple(rows)), Note(text("settings-kept")), all_of_them)
        )
    )


def check(ctx: Context, asked: Settings) -> None:
    """All that cannot be used, each under its field. Raises Misfilled."""
    errors: dict[str, Text] = {}
    if asked.zone and not zone_named(asked.zone):
        errors["zone"] = no_such_zone(asked.zone)
    errors |= _country_errors(asked.country)
    if asked.hours and rules.read_window(asked.hours) is None:
        errors["hours"] = text("hours-unclear", given=Words(asked.hours[:60]))
    if asked.facilitator and access.person_named(ctx, asked.facilitator) is None:
        errors["facilitator"] = text("unknown-person", name=asked.facilitator[:60])
    elif asked.facilitator != as_they_are(ctx)["facilitator"] and terms.has_turn(
        ctx.db, ctx.here.id or 0, terms.FACILITATION, ctx.now
    ):
        errors["facilitator"] = text("facilitator-turns")
    if errors:
        raise Misfilled(errors)


def check_holidays(ctx: Context, asked: Holidays) -> None:
    """A country that is not known stands under its field. Raises Misfilled."""
    if errors := _country_errors(asked.country):
        raise Misfilled(errors)


def _country_errors(words: str) -> dict[str, Text]:
    if rules.means_none(words) or country_named(words):
        return {}
    return {"country": text("unknown-country", given=Words(words[:60]))}


def _country(words: str) -> str:
    return "" if rules.means_none(words) else country_named(words)


def _facilitate(ctx: Context, here: Community, name: str) -> None:
    """From now on this member facilitates, or nobody; a term, so that rights follow its holder."""
    assert here.id is not None
    person = access.person_named(ctx, name) if name else None
    if person == records.facilitator(ctx.db, here.id, ctx.now):
        return
    terms.appoint(ctx.db, here.id, terms.FACILITATION, person, ctx.now)
    if person is not None:
        _tell(ctx, here.id, person, "facilitator")
    for feature in ctx.desk.features:
        feature.turns(ctx, terms.FACILITATION)


def _tell(ctx: Context, community: int, person: int, role: str) -> None:
    """Somebody learns what they were named; who names themselves knows it."""
    if ctx.person is None or person != ctx.me:
        ctx.tell(
            person,
            routes.Appointed(community, role),
            kind="question",
            severity=ROLE,
            once=f"appointed-{community}-{role}-{ctx.now:%Y%m%d%H%M%S}",
        )


def shown(ctx: Context, name: str, value: str) -> Line:
    """A setting's value in words."""
    if name == "country":
        return Words(say_country(value, ctx.reader.language)) if value else text("country-none")
    if not value:
        return text("nobody")
    if name == "polls":
        return text(f"rank-{value}")
    if name == "language":
        return text(f"language-{value}")
    return Words(value)


def learn_holidays(ctx: Context) -> None:
    """At start, take the time to load this year's public holidays: later somebody would wait."""
    for country in records.countries(ctx.db):
        holiday_name(ctx.now.date(), country, ctx.reader.language)


# ── who coordinates ─────────────────────────────────────────────────────────────────────────────


def ask_coordinators(ctx: Context, press: routes.AskCoordinators) -> Outcome:
    """Open the form, with those who coordinate now."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    now = records.ranks(ctx.db, press.community, Rank.COORDINATOR)
    return ctx.form(
        "ronde.coordinators",
        {
            "coordinators": _names(ctx, [p for p, rank in now if rank == Rank.COORDINATOR]),
            "admins": _names(ctx, [p for p, rank in now if rank == Rank.ADMIN]),
            "community": str(press.community),
        },
    )


def _names(ctx: Context, persons: list[int]) -> str:
    return "\n".join(access.name_for(ctx, person) for person in persons)


def check_coordinators(ctx: Context, asked: Coordinators) -> None:
    """Only members are named, administrators by administrators, and one at least stays."""
    community = entered(ctx, asked.community)
    access.require(ctx, Rank.COORDINATOR)
    errors: dict[str, Text] = {}
    wanted = _wanted(ctx, asked, errors)
    if "admins" not in errors:
        admins = {person for person, rank in wanted.items() if rank is Rank.ADMIN}
        changed = admins != set(records.admins(ctx.db, community, Rank.ADMIN))
        if changed and ctx.rank < Rank.ADMIN:
            errors["admins"] = text("needs-admin")
        elif not admins:
            errors["admins"] = text("admin-needed")
    if errors:
        raise Misfilled(errors)


def _wanted(ctx: Context, asked: Coordinators, errors: dict[str, Text]) -> dict[int, Rank]:
    """The rank of everybody who is named."""
    named = dict.fromkeys(
        _persons(ctx, asked.coordinators, "coordinators", errors), Rank.COORDINATOR
    )
    return named | dict.fromkeys(_persons(ctx, asked.admins, "admins", errors), Rank.ADMIN)


def coordinators(ctx: Context, asked: Coordinators) -> Outcome:
    """Name coordinators and administrators; each who is promoted is told."""
    community = entered(ctx, asked.community)
    before = dict(records.ranks(ctx.db, community, Rank.COORDINATOR))
    wanted = _wanted(ctx, asked, {})
    for person in sorted(before.keys() | wanted.keys()):
        old, new = before.get(person, Rank.MEMBER), Rank(wanted.get(person, Rank.MEMBER))
        if old != new:
            promote(ctx, community, person, new)
    return Reply(_who(ctx, community))


def promote(ctx: Context, community: int, person: int, new: Rank) -> None:
    """Give somebody a rank, higher or lower; it is journaled, and a higher one is told."""
    old = Rank(records.set_rank(ctx.db, community, person, new))
    ctx.journal(
        "community.rank",
        routes.Invitation(community),
        whom=str(person),
        before=old.name.lower(),
        after=new.name.lower(),
    )
    if new > old:
        _tell(ctx, community, person, new.name.lower())


def entered(ctx: Context, said: str) -> int:
    """The community that a form is about: the one its button was pressed for, else this one."""
    if said.isascii() and said.isdigit():
        return ctx.enter(int(said)).id or 0
    return ctx.here.id or 0


def _persons(
    ctx: Context, entries: tuple[str, ...], field: str, errors: dict[str, Text]
) -> list[int]:
    """The members whom a field names; the first who is not known stands under it."""
    found: list[int] = []
    for name in access.names_in("\n".join(entries)):
        person = access.person_named(ctx, name)
        if person is None:
            errors.setdefault(field, text("unknown-person", name=name[:60]))
        else:
            found.append(person)
    return found


def _who(ctx: Context, community: int) -> Card:
    """Who answers for the community now."""
    now = records.ranks(ctx.db, community, Rank.COORDINATOR)
    rows: list[tuple[Line, Line]] = []
    for rank, field in ((Rank.COORDINATOR, "coordinators"), (Rank.ADMIN, "admins")):
        names = [access.name_for(ctx, person) for person, held in now if held == rank]
        line: Line = Words(", ".join(names)) if names else text("nobody")
        rows.append((text(f"ronde-coordinators-{field}"), line))
    about = Paragraph(text("ronde-coordinators.note"))
    return Card(
        text("ronde-coordinators.title"), (Facts(tuple(rows)), about, Note(text("settings-kept")))
    )
