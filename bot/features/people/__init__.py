"""People: what brings each, offers and looks for; whom to ask about something; the core group."""

from __future__ import annotations

from datetime import timedelta

from bot.command import (
    Awaiting,
    Chosen,
    Command,
    Feature,
    Group,
    Kind,
    Named,
    Parameter,
    Press,
    Rank,
    View,
)
from bot.context import Context
from bot.evidence import Fact, Facts
from bot.features.people import (
    commands,
    core,
    introductions,
    members,
    nudges,
    records,
    routes,
    rules,
    views,
)
from bot.knowing import FillCard, Introduce, Introduction, MemberCard
from bot.text import text

_COMMUNITY = Parameter("community", Named("community", "communauté"), form=False)


def _written(name: str, names: Named, *, long: bool = False) -> Parameter:
    """A field of the card."""
    longest = rules.LONGEST if long else rules.LONGEST_NAME
    return Parameter(name, names, longest=longest, long=long)


EDIT = Command(
    "profile.edit",
    Named("edit", "modifier"),
    commands.Edit,
    commands.edit,
    Rank.ANYONE,  # the handler judges, once it knows which community is meant
    (
        _written("offers", Named("offers", "apports"), long=True),
        _written("asks", Named("asks", "recherches"), long=True),
        _written("organisation", Named("organisation", "organisation")),
        _written("zone", Named("zone", "fuseau")),
        _written("contact", Named("contact", "contact")),
        _COMMUNITY,
    ),
    start=commands.start,
    check=commands.check,
)

INTRODUCE = Command(
    "profile.introduce",
    Named("introduce", "présenter"),
    introductions.Said,
    introductions.introduce,
    Rank.ANYONE,  # likewise
    (
        Parameter(
            "brings",
            Named("brings", "motif"),
            required=True,
            longest=rules.LONGEST_WHY,
            long=True,
        ),
        _written("offers", Named("offers", "apports"), long=True),
        _COMMUNITY,
    ),
    check=introductions.check,
    preview=introductions.preview,
    publishes=True,
)

PROFILE = Group(
    "profile",
    Named("profile", "profil"),
    (
        Command(
            "profile.show",
            Named("show", "voir"),
            commands.Show,
            commands.show,
            Rank.MEMBER,
            (
                Parameter(
                    "person",
                    Named("person", "personne"),
                    longest=100,
                    positional=True,
                    complete=commands.complete,
                ),
            ),
        ),
        Command("profile.quiet", Named("quiet", "silence"), commands.Nothing, commands.hush),
    ),
)

PEOPLE = Group(
    "people",
    Named("people", "membres"),
    (
        Command(
            "people.who",
            Named("who", "qui"),
            members.Who,
            members.who,
            Rank.MEMBER,
            (Parameter("words", Named("words", "mots"), longest=members.LONGEST, positional=True),),
            reads=lambda line: {"words": line.strip(' "«»“”')} if line.strip() else {},
        ),
        Command(
            "people.core",
            Named("core", "noyau"),
            core.Ask,
            core.ask,
            Rank.MEMBER,
            (
                Parameter(
                    "people",
                    Named("people", "personnes"),
                    Kind.PEOPLE,
                    longest=500,
                    most=20,
                    positional=True,
                ),
                _COMMUNITY,
            ),
            check=core.check,
        ),
    ),
)


def evidence(ctx: Context) -> Facts:
    """Who was invited and how the core group fares; who introduced themselves (feature 10, steps 2, 3)."""
    here = ctx.here.id or 0
    since = ctx.now - timedelta(days=rules.ACTIVE_DAYS)
    invited, introduced, accepted, filled, active = records.figures(ctx.db, here, since)
    return {
        Fact.INVITED: invited,
        Fact.INTRODUCED: introduced,
        Fact.CORE_ACCEPTED: accepted,
        Fact.CORE_FILLED: filled,
        Fact.CORE_ACTIVE: active,
    }


def awaits(ctx: Context) -> tuple[Awaiting, ...]:
    """What the core group awaits of me; and, while I am new, that I introduce myself."""
    return (*core.awaits(ctx), *introductions.awaits(ctx))


def mine(ctx: Context) -> tuple[Chosen, ...]:
    """The way to my card, on the card of what I chose."""
    return () if ctx.member is None else (Chosen(text("card-about"), commands.my_button(ctx)),)


FEATURE = Feature(
    name="people",
    groups=(PROFILE, PEOPLE),
    forms=(EDIT, INTRODUCE),
    presses=(
        Press(MemberCard, commands.show_press),
        Press(FillCard, commands.fill),
        Press(Introduce, introductions.ask),
        Press(routes.TakeBack, introductions.take_back),
        Press(routes.Speak, commands.speak),
        Press(routes.Quiet, commands.quiet),
        Press(routes.Suggest, commands.suggest),
        Press(routes.Remind, commands.remind),
        Press(routes.Members, members.listing),
        Press(routes.Knowers, members.knowers),
        Press(routes.Core, core.show),
        Press(routes.AskCore, core.ask_form),
        Press(routes.Answer, core.answer),
        Press(routes.Leave, core.leave),
        Press(routes.Withdraw, core.withdraw),
        Press(routes.Check, nudges.check, clock=True),
    ),
    views=(
        View(Introduction, introductions.card),
        View(routes.StillRight, views.still_right),
        View(routes.Asked, core.asked),
        View(routes.Answered, core.answered),
    ),
    awaits=awaits,
    handover=core.handover,
    evidence=evidence,
    knows=members.knows,
    mine=mine,
    leaves=core.left,
)
