"""What the sample community has lived through: half-way along the ten steps, in two languages.

An objective that a decision put in force, a core group with cards, two roles that turn, a charter
that too few have signed, a question to everybody, and a first meeting to come.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.playground.people import INES, PEOPLE
from bot.card import Buttons, Form, Outcome, Reply
from bot.features.charter.round_routes import Reply as AnswerRound
from bot.features.charter.routes import AskExpress, Freeze, Sign
from bot.features.charter.routes import Show as ShowCharter
from bot.features.decisions.routes import AskOpen, Close, Say
from bot.features.decisions.rules import CONSENT
from bot.features.goals.routes import Show as ShowGoal
from bot.features.meetings.gathering_routes import Come
from bot.features.people.routes import Answer as AnswerCore
from bot.features.roles.routes import Accept
from bot.features.roles.routes import Show as ShowRole
from bot.fields import FormPublish, FormSent
from bot.proposals import Put
from bot.route import Route

Ask = Callable[[str, str, str, Mapping[str, str]], Awaitable[Outcome]]
"""Somebody, in a channel, sends a packed route with values, and is answered."""

NAMES = {person.ref: person.name for person in PEOPLE}

CORE = ("ines", "moussa", "ann", "lea", "grace")
"""Who began it, the founder first."""

SIGNED = ("ines", "ann", "lea", "grace")
"""Who has signed the charter: not half of the members."""

CARDS: dict[str, tuple[str, str, str]] = {
    "ines": (
        "Animer un atelier, du premier contact au bilan",
        "Relire notre bilan",
        "Lyon formation",
    ),
    "moussa": (
        "Retours en binôme, classes nombreuses",
        "Des exercices sans ordinateur",
        "CFP Dakar",
    ),
    "ann": (
        "Feedback in pairs, mentoring new trainers",
        "Ways to measure what lasts",
        "Thames Adult College",
    ),
    "lea": ("Médiation, cercles de parole", "Co-animer à distance", "Maison des compétences"),
    "grace": (
        "Running workshops with few means",
        "Someone to test a quiz with",
        "Accra Learning Hub",
    ),
    "karim": ("Vidéos courtes, sous-titres", "Évaluer sans noter", "Institut de Tunis"),
    "mireille": (
        "Jeux de rôle, accessibilité",
        "Des contacts dans l’océan Indien",
        "GRETA Réunion",
    ),
    "sofia": ("Digital tools, open licences", "Evaluation questionnaires", "Escola Aberta"),
    "noah": (
        "Classe inversée, évaluation par les pairs",
        "Des retours sur mes supports",
        "Campus Luxembourg",
    ),
    "ben": ("Facilitating large groups", "Ideas for hybrid sessions", "Toronto Skills Centre"),
    "linh": (
        "Apprentissage des adultes, traduction",
        "Un binôme pour écrire un guide",
        "Mékong Formation",
    ),
}
"""By person: what they offer, what they look for, their organisation; each in their language."""

ANSWERS: dict[str, tuple[str, str, str]] = {
    "ines": (
        "Parce que nous refaisons chacun dans notre coin ce que d’autres ont déjà réussi.",
        "Essayer les méthodes des autres, et dire ce qu’elles donnent.",
        "Une rencontre par mois, des décisions par consentement.",
    ),
    "grace": (
        "To learn from people who face the same rooms.",
        "Visit each other’s sessions, online if need be.",
        "Short meetings, and notes for whoever was asleep.",
    ),
    "linh": (
        "Pour ne plus être seule à me poser ces questions.",
        "Traduire ensemble les meilleurs guides.",
        "Par écrit d’abord : les fuseaux sont ce qu’ils sont.",
    ),
}
"""By person: why we are here, what to do together, how."""

COMING = ("ines", "moussa", "ann", "noah")


class Lived:
    """The community's past, as presses and forms of its people."""

    def __init__(self, ask: Ask, here: int, now: datetime) -> None:
        """`ask` sends what somebody does; `here` is the community's id."""
        self._ask = ask
        self._here = here
        self._now = now

    async def with_few(self) -> None:
        """While only the core group had joined: an objective, and the decision that adopted it."""
        made = await self._publishes(
            "ann",
            "welcome",
            "goal.new",
            sentence="Every member tries a method shared here",
            indicator="methods tried",
            range="0 → 11",
            date=self._in(200),
            kind="operational",
        )
        goal = button(made, ShowGoal)
        assert goal is not None
        await self._decided("ann", "welcome", Put(goal.pack()), CORE)

    async def with_all(self, everybody: Sequence[str], meeting: str) -> None:
        """Since everybody is there: cards, core group, roles, a round, a charter, a meeting."""
        for person, (offers, asks, organisation) in CARDS.items():
            card = {"offers": offers, "asks": asks, "organisation": organisation}
            await self._sends(person, "accueil", "profile.edit", **card)
        people = "\n".join(f"@{NAMES[person]}" for person in CORE[:4])
        await self._sends("ines", "accueil", "people.core", people=people)
        for person in CORE[1:4]:
            yes = AnswerCore(self._here, yes=True)
            await self._ask(person, "accueil", yes.pack(), {})
        await self._turns("accueil", "animation", ("moussa", "lea"))
        await self._turns("welcome", "notes", ("ann", "grace"))
        await self._round()
        await self._charter(everybody)
        await self._meeting(meeting)

    async def _turns(self, place: str, role: str, pool: Sequence[str]) -> None:
        """A role that turns every six months: the first in turn is asked, and says yes."""
        made = await self._publishes(
            "ines",
            place,
            "role.new",
            role=role,
            term="6 mois" if place == "accueil" else "6 months",
            start=self._in(0),
            pool="\n".join(f"@{NAMES[person]}" for person in pool),
            seats="1",
        )
        card = button(made, ShowRole)
        assert card is not None
        for person in pool:
            yes = button(await self._ask(person, place, card.pack(), {}), Accept)
            if yes is not None:
                await self._ask(person, place, yes.pack(), {})

    async def _charter(self, everybody: Sequence[str]) -> None:
        """Drafted in five sentences, adopted by consent, and signed by some."""
        form = await self._ask("ines", "accueil", AskExpress(self._here).pack(), {})
        await self._sent("ines", "accueil", form)
        kept = await self._ask("ines", "accueil", Freeze(self._here).pack(), {})
        put = button(kept, Put)
        assert put is not None
        await self._decided("ines", "accueil", put, everybody)
        shown = await self._ask("ines", "accueil", ShowCharter(self._here).pack(), {})
        sign = button(shown, Sign)
        assert sign is not None
        for person in SIGNED:
            await self._ask(person, "accueil", sign.pack(), {})

    async def _round(self) -> None:
        """Why are we here: asked of everybody, answered by some so far."""
        await self._publishes("ines", "accueil", "charter.round", until=f"{self._in(30)} 18:00")
        for person, (why, what, how) in ANSWERS.items():
            form = await self._ask(person, "accueil", AnswerRound(1).pack(), {})
            await self._sent(person, "accueil", form, why=why, what=what, how=how)

    async def _meeting(self, at: str) -> None:
        """The first meeting is settled, and some have said that they come."""
        title = "Première rencontre : ce qui marche chez nous"
        await self._publishes("ines", "accueil", "meet.announce", title=title, date=at)
        shown = await self._ask("ines", "accueil", "command:meet.show", {})
        come = button(shown, Come)
        assert isinstance(come, Come)
        for person in COMING:
            said = Come(come.meeting, "yes", own=False)
            await self._ask(person, "accueil", said.pack(), {})

    async def _decided(self, who: str, place: str, put: Route, roll: Sequence[str]) -> None:
        """Put to a decision by consent, answered by everybody, and closed: it is adopted."""
        form = await self._ask(who, place, put.pack(), {})
        preview = await self._sent(who, place, form)
        await self._published(who, place, preview)
        opens = button(await self._ask(who, place, "command:decision.show", {}), AskOpen)
        assert opens is not None
        await self._sent(who, place, await self._ask(who, place, opens.pack(), {}))
        answers = button(await self._ask(who, place, "command:decision.show", {}), Say)
        assert isinstance(answers, Say)
        for person in roll:
            await self._ask(person, place, Say(answers.round, CONSENT).pack(), {})
        await self._ask(who, place, Close(answers.round).pack(), {})

    async def _publishes(self, who: str, place: str, command: str, **said: str) -> Outcome:
        """Fill in a form, look at its preview, and publish."""
        return await self._published(who, place, await self._sends(who, place, command, **said))

    async def _published(self, who: str, place: str, preview: Outcome) -> Outcome:
        publish = button(preview, FormPublish)
        assert publish is not None, preview
        return await self._ask(who, place, publish.pack(), {})

    async def _sends(self, who: str, place: str, command: str, **said: str) -> Outcome:
        """Fill in a form and send it."""
        return await self._ask(who, place, FormSent(command, 0).pack(), said)

    async def _sent(self, who: str, place: str, form: Outcome, **said: str) -> Outcome:
        """Send a form as it came, but for what is said."""
        assert isinstance(form, Form), form
        return await self._ask(who, place, form.route.pack(), {**form.values, **said})

    def _in(self, days: int) -> str:
        """The day so many days ahead, for the community."""
        return f"{(self._now + timedelta(days=days)).astimezone(ZoneInfo(INES.zone)):%Y-%m-%d}"


def button(outcome: Outcome, kind: type[Route]) -> Route | None:
    """The first route of this kind on a private answer."""
    if not isinstance(outcome, Reply):
        return None
    for block in outcome.card.blocks:
        if isinstance(block, Buttons):
            for one in block.buttons:
                if isinstance(one.route, kind):
                    return one.route
    return None
