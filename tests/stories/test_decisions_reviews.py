"""Around decisions: what was decided before, reminders, reviews, and what they put into effect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from sqlmodel import Session, select

from bot.command import Feature, Press
from bot.context import Context
from bot.features import FEATURES
from bot.features.decisions import news, roll
from bot.features.decisions.records import Answer, Elector
from bot.features.decisions.routes import RoundBoard
from bot.language import Reader, plain
from bot.proposals import Proposal, Put
from bot.route import Route
from bot.text import Words
from storage.database import Work
from storage.people import Community, Member, Person
from tests.kit.chat import Chat, Someone
from tests.kit.engine import EngineWire
from tests.kit.nudges import aged
from tests.stories.test_decisions_rounds import CONSENT, TITLE, card, objects, opened
from tests.stories.test_roles_swaps import journal


async def adopted(chat: Chat, *others: Someone) -> None:
    """Adopted on 9 November 2026 by Ann and others, to be reviewed by 9 May 2027."""
    await opened(chat, *others)
    shown = card(chat)
    for one in (chat.ann, *others):
        await one.presses(CONSENT, on=shown)
    await chat.passes(days=7)


async def test_what_was_decided_before_is_shown_first(chat: Chat) -> None:
    """Half of its significant words shared: that decision first, then publish or not (15.A8)."""
    await adopted(chat, chat.ben, chat.cleo)
    before = len(chat.channel.messages)
    await chat.ines.presses(chat.join_label)
    await chat.ines.types('/decision nouveau "Should we publish OUR témplates?"')
    assert len(chat.channel.messages) == before
    assert "Quelque chose de proche a déjà été proposé" in chat.ines.told
    assert f"D-2026-001 {TITLE}" in chat.ines.told
    assert "en vigueur depuis le" in chat.ines.told
    await chat.ines.presses("Publier", on=chat.ines.told)
    assert "Proposal: Should we publish OUR témplates?" in chat.channel.newest
    await chat.ben.types('/decide new "Meet every Tuesday"')
    assert "Proposal: Meet every Tuesday" in chat.channel.newest  # nothing like it: at once


async def test_bad_input_is_answered_under_its_field(chat: Chat) -> None:
    """What cannot be used opens the form; anonymity is not offered, and why (15.A9)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/decide new "Pay everybody the same" anonymous')
    assert chat.ann.form is not None
    assert "ask first with an anonymous poll" in chat.ann.form.errors["words"]
    await chat.ann.types('/decide new "Pay everybody" until:+10min')
    assert "an hour at the least" in chat.ann.form.errors["until"]
    await chat.ann.types('/decide new "Pay everybody" quorum:0')
    assert "quorum" in chat.ann.form.errors
    await chat.ann.types("/decide show")
    assert "Nothing has been proposed yet" in chat.ann.told
    await chat.ann.types("/decide")
    await chat.ann.fills(title="Pay everybody", words="The same, for a year.", until="+7d")
    assert "The same, for a year." in chat.ann.told  # a form previews (R6)
    await chat.ann.presses("Publish")
    await chat.ann.presses("Open the consent round", on=chat.channel.newest)
    await chat.ann.fills(until="+7d")
    assert "3 members at the least" in chat.ann.told
    await chat.ben.types("/decide review 1")
    assert "Only whoever proposed this" in chat.ben.told
    await chat.ann.types("/decide review 1")
    assert "not in force" in chat.ann.told
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Withdraw", on=chat.ann.told)
    assert "Withdrawn." in chat.channel.newest
    assert "Ask a question" not in chat.channel.newest.buttons


async def test_only_those_who_have_not_answered_are_reminded(chat: Chat) -> None:
    """Once, 48 h before the end, with the answers to press; and it waits in `/ronde` (15.A1, 3)."""
    await opened(chat, chat.ben, chat.cleo, chat.dan, until="+10d")  # Thursday 12 November
    await chat.ben.presses(CONSENT, on=card(chat))
    await chat.cleo.types("/ronde")
    assert f"{TITLE}: your answer is awaited" in chat.cleo.told
    await chat.passes(days=9)
    heard = [one for one in chat.cleo.inbox if "waits for your answer" in one]
    assert len(heard) == 1
    assert not [one for one in chat.ben.inbox if "waits for your answer" in one]
    await chat.cleo.presses(CONSENT, on=heard[0])
    assert "You consent." in chat.cleo.told
    assert "2 of 4 answered" in card(chat)
    assert "You have answered" in chat.cleo.inbox[-1]
    await chat.passes(days=1)
    assert "Not decided" in card(chat)


@pytest.mark.season
async def test_a_decision_is_reviewed(chat: Chat) -> None:
    """A week before, five days: kept; or a full round; overdue is said; ended by consent (15.A7)."""
    await adopted(chat, chat.ben, chat.cleo)
    await chat.passes(days=175)  # 3 May 2027
    first = card(chat, f"Review: D-2026-001 {TITLE}")
    assert first.buttons[:3] == ("Keep", "Change", "Drop")
    assert "closes Friday 7 May 2027 at 09:00" in first
    await chat.ben.presses("Keep", on=first)
    await chat.passes(days=5)
    assert "D-2026-001 is kept for six months more." in card(chat, "Review: ")
    assert "7 November 2027" in chat.channel.find("Outcome: D-2026-001")

    await chat.ann.types('/decide review D-2026-001 by:"20 June 2027"')
    assert "20 June 2027" in chat.ann.told
    await chat.passes(days=44)  # 21 June: nobody answered
    assert "Nobody answered" in card(chat, "Review: ")
    assert "Its review is overdue since" in chat.channel.find(f"D-2026-001 · {TITLE}")
    await chat.ben.types("/decide review")
    assert "overdue" in chat.ben.told

    await chat.ann.types("/decide review 1")
    assert "being reviewed" in chat.ann.told
    second = card(chat, "Review: ")
    await chat.ben.presses("Keep", on=second)
    await chat.cleo.presses("Change", on=second)
    await chat.cleo.fills(words="Leave the old ones out.")
    assert "Cleo would change it: Leave the old ones out." in card(chat, "Review: ")
    await chat.passes(days=5)
    assert "a full round decides" in card(chat, "Review: ")
    full = card(chat, "Consent round: D-2026-001")
    assert CONSENT in full.buttons
    for one in (chat.ann, chat.ben, chat.cleo):
        await one.presses(CONSENT, on=full)
    await chat.passes(days=10)
    assert "Adopted: D-2026-001, version 1." in card(chat, "Consent round: D-2026-001")

    await chat.ann.types("/decide show 1")
    await chat.ann.presses("Propose to end it", on=chat.ann.told)
    await chat.ann.fills(words="Nobody uses them.", until="+7d")
    ending = card(chat, "Consent round: D-2026-001")
    assert "This proposes to end D-2026-001." in ending
    for one in (chat.ann, chat.ben, chat.cleo):
        await one.presses(CONSENT, on=ending)
    await chat.passes(days=7)
    assert "Ended by consent: D-2026-001." in card(chat, "Consent round: D-2026-001")
    assert "ended on" in chat.channel.find(f"D-2026-001 · {TITLE}")


@pytest.mark.season
async def test_whoever_facilitates_is_nudged_about_a_review(chat: Chat) -> None:
    """Seven days before its review, with the days left and one button (11, 15.A7)."""
    await adopted(chat, chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:@Ben")
    await aged(chat)
    await chat.passes(days=173)
    await chat.ben.types("/ronde nudges")
    assert "to be reviewed by" not in chat.ben.told
    await chat.passes(days=1)
    await chat.ben.types("/ronde nudges")
    assert f"D-2026-001 {TITLE} is to be reviewed by" in chat.ben.told
    assert "Look at it" in chat.ben.told.buttons


# ── on the engine alone ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Planted(Route):
    """What the adoption of a bed of flowers presses."""

    address: ClassVar[str] = "garden.planted"
    bed: int


def proposes(ctx: Context, ref: str) -> Proposal | None:
    """A bed of flowers, put to a decision."""
    if ref != "garden.bed:7":
        return None
    ctx.enter(1)
    return Proposal("Plant the bed", "Roses, and a bench.", Words("Bed 7"), Planted(7))


def planted(ctx: Context, press: Planted) -> None:
    """It is written down that it was planted."""
    ctx.enter(1)
    ctx.journal("garden.planted", press)


GARDEN = Feature("garden", presses=(Press(Planted, planted, clock=True),), proposes=proposes)


async def test_another_feature_s_thing_takes_effect_with_its_adoption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put: the form is prefilled; adopting presses what was stored, once, for two at once (15.A2)."""
    monkeypatch.setattr("bot.app.FEATURES", (*FEATURES, GARDEN))
    wire = EngineWire()
    chat = Chat(wire, tmp_path / "ronde.db")
    await chat.start()
    await chat.founded(chat.ben, chat.cleo)
    for one in (chat.ann, chat.ben):
        await wire.asks(one.persona, "general", Put("garden.bed:7").pack(), {})
        assert one.form is not None
        assert one.form.values["title"] == "Plant the bed"
        await one.fills(until="+7d")
        assert "Roses, and a bench." in one.told
    await chat.ann.presses("Publish")
    await chat.ben.presses("Publish")
    assert "This is being decided already." in chat.ben.told
    assert "About: Bed 7" in chat.channel.newest
    await chat.ann.presses("Open the consent round", on=chat.channel.newest)
    await chat.ann.fills(until="+7d")
    for one in (chat.ann, chat.ben, chat.cleo):
        await one.presses(CONSENT, on=card(chat, "Consent round: Plant"))
    assert "garden.planted" not in await journal(chat)
    await chat.stop()
    chat.clock.move(days=8)  # stopped across the deadline: closed as of then, once (R3)
    await chat.start()
    await chat.tick()
    await chat.tick()
    acts = await journal(chat)
    assert (acts.count("garden.planted"), acts.count("decision.adopted")) == (1, 1)
    assert "About: Bed 7" in card(chat, "Consent round: D-2026-001")
    assert "closed Monday 9 November 2026" in card(chat, "Consent round: D-2026-001")
    await chat.stop()


async def test_two_hundred_answers_to_a_round(tmp_path: Path) -> None:
    """A card of any size says the same: counts by kind, five objections, the others counted (15.A2)."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await opened(chat, chat.ben, chat.cleo)

    def answer(work: Work) -> None:
        with work.session() as db:
            for number in range(200):
                person = Person(name=f"P{number}", seen_at=chat.clock.now())
                db.add(person)
                db.flush()
                db.add(Member(community_id=1, person_id=person.id or 0, joined_at=chat.clock.now()))
                db.add(Elector(round_id=1, person_id=person.id or 0))
                db.flush()
                kind = "objection" if number % 10 == 0 else "consent"
                words = f"Harm {number}" if kind == "objection" else ""
                roll.give(db, 1, person.id or 0, kind, words, chat.clock.now())

    await chat.app.database.write(answer)
    await chat.ben.presses(CONSENT, on=card(chat))
    shown = card(chat)
    assert "201 of 203 answered; 102 are needed" in shown
    assert "181 consent · 20 objections" in shown
    assert "15 more under “More”" in shown
    await chat.passes(days=7)
    assert "Not adopted: 20 objections stand." in card(chat)
    await chat.ann.types("/decide show 1")
    await chat.ann.presses("More", on=card(chat))
    assert "Objection of P0: Harm 0" in chat.ann.told
    found = await chat.app.database.read(
        lambda db: [row.kind for row in db.exec(select(Answer)).all()]
    )
    assert len(found) == 201
    await chat.stop()


async def test_what_is_not_there_cannot_be_pressed(tmp_path: Path) -> None:
    """Ids that nobody has, answers of another kind of round, and what only the clock presses (15.A2)."""
    wire = EngineWire()
    chat = Chat(wire, tmp_path / "ronde.db")
    await chat.start()
    await opened(chat, chat.ben, chat.cleo)
    await objects(chat, chat.ben, "It would harm.")
    before = await journal(chat)
    for route in (
        *(f"decision.{name}:9" for name in ("show", "ask-edit", "ask-amend", "ask-end")),
        *(f"decision.{name}:9" for name in ("ask-open", "ask-extend", "close", "withdraw")),
        *(f"decision.{name}:9" for name in ("lift", "ask-settle", "start-review", "ask-reply")),
        *(f"decision.{name}:1" for name in ("deadline", "review", "overdue", "lift", "close")),
        "decision.say:9:consent",
        "decision.say:1:keep",
        "decision.say:1:yes",
        "decision.ask-remark:1:insult",
        "decision.put:garden.bed%3A7",
        "decision.remind:1:1",
        "decision.ask-settle:1",
        "decision.start-review:1",
    ):
        await wire.asks(chat.cleo.persona, "general", route, {})
        assert chat.cleo.form is None, route
    assert await journal(chat) == before
    assert "1 of 3 answered" in card(chat)
    await chat.ines.presses(CONSENT, on=card(chat))  # no member, and not on the roll
    assert "membres à son ouverture" in chat.ines.told
    await wire.asks(chat.ann.persona, "general", "decision.ask-settle:1", {})
    await chat.ann.fills(how="integrated", reason="It is in.")
    assert chat.ann.form is not None
    assert "Amend the proposal first" in chat.ann.form.errors["how"]
    assert await acts(chat) == [("decision-answer", RoundBoard(1).pack())]
    await chat.stop()


async def acts(chat: Chat) -> list[tuple[str, str]]:
    """The dated acts that were noted."""
    found = await chat.app.database.read(
        lambda db: list(db.connection().exec_driver_sql("SELECT kind, ref FROM acts"))
    )
    return [(str(kind), str(ref)) for kind, ref in found]


async def test_digest_handover_and_search(tmp_path: Path) -> None:
    """What is proposed and decided is news, handed over, and found again (15.A6, 18.A1)."""
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await adopted(chat, chat.ben, chat.cleo)
    await chat.ben.types('/decide new "Meet on Tuesdays"')

    def seen(db: Session) -> tuple[list[str], int, int]:
        ctx = Context(db, chat.clock.now(), Reader(), chat.app.engine)
        ctx.community = ctx.db.get(Community, 1)
        since = chat.clock.now().replace(month=11, day=1)
        said = [plain(item.name, Reader()) for item in news.news(ctx, since)]
        found = [
            plain(name, Reader())
            for route in news.finds(ctx, "PUBLISH templates")
            if (name := news.named(ctx, route.pack())) is not None
        ]
        return said + found, len(news.handover(ctx)), len(news.finds(ctx, " "))

    said, handed, nothing = await chat.app.database.read(seen)
    assert said == ["Meet on Tuesdays", f"D-2026-001 {TITLE}", f"D-2026-001 {TITLE}"]
    assert (handed, nothing) == (1, 0)
    await chat.stop()
