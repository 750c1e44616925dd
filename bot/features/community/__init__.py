"""A community: founding it in the first thirty minutes, joining, its settings, and what is kept."""

from __future__ import annotations

from dataclasses import replace

from bot.command import (
    Command,
    Feature,
    Group,
    Kind,
    Named,
    Option,
    Parameter,
    Press,
    Rank,
    View,
)
from bot.features.community import (
    commands,
    evidence,
    nudges,
    overview,
    roll,
    routes,
    rules,
    settings,
    views,
)

_LANGUAGES = (
    Option("en", Named("English", "anglais")),
    Option("fr", Named("French", "français")),
)
_ZONE = Parameter("zone", Named("zone", "fuseau"), longest=60)
_COUNTRY = Parameter("country", Named("country", "pays"), longest=60)
_LANGUAGE = Parameter("language", Named("language", "langue"), Kind.CHOICE, options=_LANGUAGES)

FOUND = Command(
    "ronde.found",
    Named("found", "fonder"),
    commands.Found,
    commands.found,
    Rank.ANYONE,
    (
        Parameter("name", Named("name", "nom"), required=True, longest=rules.LONGEST_NAME),
        Parameter(
            "purpose",
            Named("purpose", "raison"),
            required=True,
            longest=rules.LONGEST_PURPOSE,
            long=True,
        ),
        _LANGUAGE,
        _ZONE,
        Parameter("first_meeting", Named("first-meeting", "rencontre"), Kind.DATE),
    ),
    start=commands.start_found,
    check=commands.check_found,
    publishes=True,
)

JOIN = Command(
    "ronde.join", Named("join", "rejoindre"), commands.Nothing, commands.join_here, Rank.ANYONE
)

_COMMUNITY = Parameter("community", Named("community", "communauté"), form=False)
_PEOPLE = Parameter(
    "people", Named("people", "personnes"), Kind.PEOPLE, required=True, longest=500, most=20
)

ADD = Command(
    "ronde.add",
    Named("add", "ajouter"),
    roll.Add,
    roll.add,
    Rank.ANYONE,  # the handler judges, once it knows which community is meant
    (_PEOPLE, _COMMUNITY),
    check=roll.check_add,
)

COORDINATORS = Command(
    "ronde.coordinators",
    Named("coordinators", "coordination"),
    settings.Coordinators,
    settings.coordinators,
    Rank.ANYONE,  # likewise
    (
        Parameter(
            "coordinators", Named("coordinators", "coordination"), Kind.PEOPLE, longest=500, most=20
        ),
        Parameter("admins", Named("admins", "administration"), Kind.PEOPLE, longest=500, most=20),
        _COMMUNITY,
    ),
    check=settings.check_coordinators,
)

HOLIDAYS = Command(
    "ronde.holidays",
    Named("holidays", "jours-fériés"),
    settings.Holidays,
    settings.holidays,
    Rank.COORDINATOR,
    (_COUNTRY,),
    start=settings.start_holidays,
    check=settings.check_holidays,
)

GROUP = Group(
    "ronde",
    Named("ronde", "ronde"),
    (
        Command(
            "ronde.settings",
            Named("settings", "réglages"),
            settings.Settings,
            settings.settings,
            Rank.COORDINATOR,
            (
                _ZONE,
                _LANGUAGE,
                Parameter("hours", Named("hours", "horaires"), longest=60),
                Parameter("facilitator", Named("facilitator", "animation"), longest=100),
                Parameter(
                    "polls",
                    Named("polls", "sondages"),
                    Kind.CHOICE,
                    options=(
                        Option("member", Named("members", "membres")),
                        Option("facilitator", Named("facilitator", "animation")),
                        Option("coordinator", Named("coordinators", "coordination")),
                    ),
                ),
                replace(_COUNTRY, form=False),
            ),
            start=settings.start,
            check=settings.check,
            asks=True,
        ),
        Command(
            "ronde.data", Named("data", "données"), commands.Nothing, commands.data, Rank.ANYONE
        ),
    ),
    usual=True,
)

FEATURE = Feature(
    name="community",
    groups=(GROUP,),
    forms=(FOUND, JOIN, ADD, COORDINATORS, HOLIDAYS),
    presses=(
        Press(routes.Join, commands.join),
        Press(routes.Leave, roll.leave),
        Press(routes.AddPlace, commands.add_place),
        Press(routes.Plan, commands.plan),
        Press(routes.Invite, commands.invite),
        Press(routes.PostInvitation, commands.post_invitation),
        Press(routes.FirstQuestion, commands.first_question),
        Press(routes.AskHands, commands.ask_hands),
        Press(routes.SeeAsMember, commands.see_as_member),
        Press(routes.Inert, commands.inert),
        Press(routes.Privacy, commands.data_press),
        Press(routes.AskAdd, roll.ask_add),
        Press(routes.AskCoordinators, settings.ask_coordinators),
        Press(routes.Overview, overview.overview),
        Press(routes.ChooseSetting, overview.choose),
        Press(routes.ChooseLanguage, overview.speak),
        Press(routes.Unreached, roll.unreached, clock=True),
    ),
    views=(
        View(routes.Invitation, views.invitation),
        View(routes.Added, views.added),
        View(routes.NotTold, views.not_told),
        View(routes.Appointed, views.appointed),
    ),
    awaits=views.awaits,
    news=views.news,
    nudges=nudges.conditions,
    nudge_rules=nudges.RULES,
    evidence=evidence.evidence,
    measures=evidence.measures,
    wakes=settings.learn_holidays,
)
