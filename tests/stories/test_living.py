"""The long story: from nothing to a living community, and what becomes of it once nobody cares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.context import Context
from bot.features.journey.standing import standing
from bot.language import Reader
from storage.database import connect
from storage.people import Community
from tests.kit.chat import Chat, Someone
from tests.kit.clock import StillClock
from tests.kit.engine import EngineWire
from tests.kit.retold import Teller, Words
from tests.kit.slack import SlackWire
from tests.kit.wire import Shown
from tests.stories.living_words import FRENCH

STEPS = (
    "1. Objectives",
    "2. Key members",
    "3. First exchanges, why and how",
    "4. Roles that turn",
    "5. Charter",
    "6. Calendar of meetings",
    "7. Platform and tools",
    "8. Engagement",
    "9. Measuring impact",
    "10. Adapting",
)


class Living:
    """A community of five whose story is told; the first of them coordinates it."""

    def __init__(self, chat: Chat, words: Words, people: Sequence[Someone]) -> None:
        """Nobody has founded anything yet."""
        self.chat = chat
        self.words = words
        self.people = [Teller(chat, one, words) for one in people]
        self.lead, *self.others = self.people
        self.librarian = self.lead  # until somebody says yes

    async def path(self) -> str:
        """The ten states, as whoever coordinates reads them."""
        await self.lead.types("/journey")
        return "".join(re.findall(r"^\d+\. .* · ([○◐✓▲]) ", self.lead.told.text, re.MULTILINE))

    async def step(self, number: int, *says: str) -> None:
        """A step, opened from the journey; it says this."""
        await self.lead.types("/journey")
        await self.lead.picks(STEPS[number - 1])
        self.lead.reads(*says)

    async def door(self, number: int, label: str, **begins: str) -> None:
        """Press a step's next button; its form begins with these values."""
        await self.step(number)
        assert self.lead.told.buttons[0] == self.words(label)
        await self.lead.presses(label, on=self.lead.told)
        if begins:
            found = self.lead.begins()
            assert {name: found[name] for name in begins} == {
                name: self.words(said) for name, said in begins.items()
            }

    def card(self, said: str) -> Shown:
        """The newest card in the channel with these words."""
        return self.chat.channel.find(self.words(said))

    async def until(self, month: int, day: int) -> None:
        """Time passes, to ten o'clock of a day of 2027."""
        await self.chat.passes(to=datetime(2027, month, day, 10, tzinfo=UTC))


@pytest.mark.season
@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_long_story(chat: Chat, language: str, tmp_path: Path) -> None:
    """All ten steps from grey to done and back to amber, by commands and presses alone (10.A1–A5)."""
    if isinstance(chat.wire, SlackWire):
        pytest.skip("three seasons in a minute are more than Slack takes by the machine's clock")
    english = [chat.ann, chat.ben, chat.cleo, chat.dan, chat.eve]
    french = [chat.ines, chat.zoe, chat.moussa, chat.cleo, chat.dan]
    told = Living(
        chat,
        Words(FRENCH if language == "fr" else None),
        french if language == "fr" else english,
    )
    await from_nothing(told)
    await nobody_has_met(told)
    await they_meet(told)
    await they_share_the_work(told)
    await they_agree(told)
    await they_look_at_what_it_brought(told)
    assert await told.path() == "✓✓✓✓✓✓✓✓✓✓"
    told.lead.reads("All ten steps are done.")
    await the_same_elsewhere(told, tmp_path)
    await signatures_are_taken_back(told)
    await a_role_is_left_to_one(told)
    await dates_pass(told)
    await nobody_comes_any_more(told)
    await the_same_elsewhere(told, tmp_path)


async def from_nothing(told: Living) -> None:
    """Ten grey lines but for the channel; an objective, members, and a first question."""
    lead = told.lead
    await told.chat.founded(by=lead.who)
    assert await told.path() == "○○○○○○◐○○○"
    await lead.presses("Write an objective", on=lead.told)
    assert lead.begins()["sentence"] == "sharing what works"
    await lead.fills(indicator="resources tried", range="2 → 10", date="2027-01-31")
    await lead.presses("Publish")
    await told.step(1, "No objective in force has an indicator, a target and a date yet.")
    await told.door(2, "Invite people")
    for one in told.others:
        await one.who.presses(told.chat.join_label)
        await one.speaks(told.chat)
    await told.step(2, "The core group has 0 of 3 people.")

    await told.door(3, "Ask why and how", until="")
    await lead.fills()
    await lead.presses("Publish")
    for one in told.others[:3]:
        await one.presses("Answer", on=told.card("three questions"))
        await one.fills(why="To be less alone")
    await told.step(3, "Members who answered why and how: 60% (60% needed)")
    assert await told.path() == "◐◐◐○○○◐○○○"
    await told.chat.passes(days=8)
    assert await told.path() == "✓◐◐○○○◐○○○"
    await told.door(1, "See the objectives")
    lead.reads("sharing what works")


async def nobody_has_met(told: Living) -> None:
    """On the 46th day a first meeting is missing, and something in the library."""
    await told.chat.passes(days=37)
    assert await told.path() == "✓◐◐○○○◐○○○"
    await told.chat.passes(days=1)
    assert await told.path() == "✓◐▲○○○▲○○○"
    await told.step(3, "46 days since the founding, and no first meeting yet; 45 is the limit.")
    await told.step(7, "46 days since the founding, and nothing in the library; 45 is the limit.")


async def they_meet(told: Living) -> None:
    """A first date found together, a series, a core group; then who was there is confirmed."""
    lead, chat = told.lead, told.chat
    await told.door(3, "Propose dates", title="First meeting")
    await lead.fills(slots="2026-12-22 18:00 Europe/Paris\n2026-12-23 18:00 Europe/Paris")
    await lead.presses("Publish")
    for one in told.people:
        await one.presses("Answer", on=told.card("First meeting"))
        (label, options), *_ = one.told.pickers
        await chat.wire.picks(one.who.persona, one.told, label, [options[0]])
        await chat.settle()
    await lead.types("/meet settle")
    await lead.who.presses(
        next(label for label in lead.told.buttons if "22" in label), on=lead.told
    )
    await told.door(3, "See the meetings")
    lead.reads("First meeting")
    await told.door(6, "Propose dates", title="Next meeting")
    await lead.types('/meet series "Circle" "1st tuesday of the month 18:00"')
    await lead.presses("Publish")

    await told.door(2, "Ask somebody into the core group", people="")
    core = told.people[:3]
    await lead.who.fills(people=" ".join(f"@{one.name}" for one in core))
    await chat.passes(days=3)
    for one in core[1:]:
        await one.presses("Yes, count me in", on=one.who.inbox[-1])
    await told.step(
        2, "0 of 3 people of the core group said what they look for and what they bring."
    )
    for one in core:
        await one.types("/profile")
        await one.presses("Edit my card", on=one.told)
        await one.fills(offers="quizzes", asks="a room")
    await told.step(2, "All that it takes is there.")
    await told.door(2, "See who is who")


async def they_share_the_work(told: Living) -> None:
    """Roles with a holder and a next one, ten resources by three people, a digest, a poll."""
    lead, chat = told.lead, told.chat
    for role in ("Facilitation", "Note-taking"):
        await told.door(4, "Define a role", role=role)
        await lead.fills(term="3 months", start="tomorrow")
        await lead.presses("Publish")
    await told.step(4, "0 of 2 roles have a holder and a known next one.")
    assert lead.told.buttons[0] == told.words("See the roles")
    await told.door(7, "Share a resource", link="")
    await lead.who.fills(link="https://example.org/0", title="Zero")
    await lead.presses("Publish")
    for number in range(1, 10):
        await told.people[number % 3].types("/share", f"https://example.org/{number}")
    await told.door(7, "Turn the digest on")
    await lead.picks("Once a week")
    await told.door(7, "Let the library role turn", role="Library")
    await lead.fills(term="1 month", start="tomorrow")
    await lead.presses("Publish")
    await chat.passes(days=2)
    for one in told.people:
        for message in one.who.inbox[-6:]:
            if told.words("Yes, I’ll do it") in message.buttons:
                await one.presses("Yes, I’ll do it", on=message)
                if told.words("Library") in message:
                    told.librarian = one
            if told.words("Who was there") in message.buttons:
                await one.presses("Who was there", on=message)
                await one.presses("That is right", on=one.told)
    assert await told.path() == "✓✓✓✓○✓✓○○○"
    await told.door(8, "Ask a question", question="Which topic shall we begin with?")
    await lead.fills()
    await lead.presses("Publish")
    for one in told.people[:4]:
        await one.presses("A question that we share", on=told.card("A question that we share"))


async def they_agree(told: Living) -> None:
    """A retrospective asks for a charter: five sentences, put to a decision, adopted, signed."""
    lead, chat = told.lead, told.chat
    await told.door(10, "Look back together", subject="The last three months")
    await lead.fills()
    await lead.presses("Publish")
    await told.others[0].presses("Add mine", on=told.card("Looking back"))
    await told.others[0].fills(keep="Names first")
    await lead.presses("Close", on=told.card("Looking back"))
    await lead.presses("Add something to do", on=lead.told)
    await lead.who.fills(
        words=told.words("Adopt a charter"),
        owner=told.others[0].name,
        due=told.words("in two weeks"),
    )
    await told.door(5, "Draft the charter")
    assert lead.begins()["rhythm"] == told.words(
        "We meet once a month for an hour, online. Dates are proposed in advance,"
        " and whoever cannot come finds the notes."
    )
    await lead.fills()
    await told.step(5, "No version is adopted yet.")
    assert await told.path() == "✓✓✓✓◐✓✓◐○◐"
    await told.door(5, "Go on with the draft")
    await lead.presses("Adopt this draft", "Put it to a decision", on=lead.told)
    await lead.fills()
    await lead.presses("Publish")
    await lead.presses("Open the consent round", on=told.card("Proposal: Charter, version 1"))
    await lead.fills()
    for one in told.people:
        await one.presses("Consent", on=told.card("Consent round"))
    await chat.passes(days=9)
    for one in told.people[:4]:
        await one.presses("Sign version 1", on=told.card("Our charter is adopted"))
    await told.step(5, "Active members who signed it: 80% (66% needed)")


async def they_look_at_what_it_brought(told: Living) -> None:
    """Somebody tries what another shared, a report is published, what was to be done is done."""
    lead, chat = told.lead, told.chat
    await told.door(9, "See the library")
    tried = [one for one in chat.channel.messages if told.words("I tried it") in one.buttons]
    await told.others[2].presses("I tried it", on=tried[0])
    await told.step(9, "No report was put into a channel in the last 90 days.")
    await told.door(9, "See the report")
    await lead.presses("Share in the channel", "Publish", on=lead.told)
    await told.door(10, "See what is to be done")
    lead.reads("Adopt a charter")
    assert await told.path() == "✓✓✓✓✓✓✓✓✓◐"
    doer = told.others[0]
    await doer.types("/ronde")
    await doer.presses("Open", "Done", on=doer.told)
    await told.step(10, "No change came of a retrospective in the last 180 days.")
    await doer.picks("Adopted: the charter, version 1")
    await told.step(10, "Actions done, of those due: 100% (50% needed)")


async def signatures_are_taken_back(told: Living) -> None:
    """Three of four take their signature back: too few are left; they sign again."""
    signers = told.people[1:4]
    for one in signers:
        await one.types("/charter sign")
        await one.presses("Take my signature back", on=one.told)
    await told.step(5, "Active members who signed the charter: 20%, below 50%.")
    assert await told.path() == "✓✓✓✓▲✓✓✓✓✓"
    await told.door(5, "See the charter")
    for one in signers:
        await one.types("/charter sign")
    assert await told.path() == "✓✓✓✓✓✓✓✓✓✓"


async def a_role_is_left_to_one(told: Living) -> None:
    """Nobody takes the library role for eight days; then the same person, beyond the limit."""
    await told.until(1, 25)
    assert await told.path() == "✓✓✓✓✓✓◐✓✓✓"
    await told.step(7, "Nobody holds the library role.")
    await told.until(1, 30)
    await told.step(4, "A role has had nobody for 8 days; 7 is the limit.")
    await told.door(4, "See the roles")
    free = [m for m in told.chat.channel.messages if told.words("I’ll do it") in m.buttons]
    await told.librarian.presses("I’ll do it", on=free[-1])
    await told.step(4, "Roles whose holder stays longer than their limit: 1.")
    assert await told.path() == "✓✓✓▲✓✓✓◐✓✓"


async def dates_pass(told: Living) -> None:
    """The objective's date, the library's last entry, the charter's review."""
    lead = told.lead
    await lead.types("/charter")
    await lead.presses("Day of the review", on=lead.told)
    await lead.fills(day="2027-02-10")
    await told.until(2, 1)
    assert (await told.path())[0] == "▲"
    await told.step(1, "Objectives whose date is over, and that nobody assessed: 1.")
    await told.door(1, "Say where an objective stands", value="")
    await lead.fills(value="7")
    assert (await told.path())[0] == "✓"
    await lead.types("/meet series")
    await lead.presses("Show 1", "Stop", on=lead.told)
    await told.until(2, 5)
    await told.step(7, "Nothing new in the library for 46 days; 45 is the limit.")
    await told.until(2, 11)
    await told.step(5, "The charter’s review date is over.")
    await told.door(5, "See the charter")


async def nobody_comes_any_more(told: Living) -> None:
    """Silence: calendar, core group, engagement, the report, what was tried, the retrospective."""
    await told.until(2, 20)
    tried = [one for one in told.chat.channel.messages if told.words("I tried it") in one.buttons]
    await told.others[3].presses("I tried it", on=tried[0])
    for (month, day), number, says in (
        ((4, 2), 2, "Fewer than 3 people of the core group were active in the last 60 days."),
        ((4, 5), 9, "The last report in a channel is older than 90 days."),
        ((5, 25), 9, "It was tried once; nothing was in the last 90 days."),
        ((7, 8), 8, "Two months in a row too few took part."),
        ((7, 8), 6, "No date is planned."),
        ((7, 8), 10, "Neither a retrospective nor a change that came of one in the last 180 days."),
    ):
        await told.until(month, day)
        await told.step(number, says)
    assert await told.path() == "✓▲✓▲▲▲▲▲▲▲"
    for card in told.chat.channel.messages:
        assert all(card.buttons), card  # a button without words is none


async def the_same_elsewhere(told: Living, folder: Path) -> None:
    """Another engine, on a copy of the file, for other readers: the same ten states (10.A1)."""
    here = await told.path()
    assert {await states(told.chat, one) for one in READERS} == {here}
    copy = folder / f"copy-{told.chat.clock.now():%Y%m%d}.db"
    with closing(connect(told.chat.path)) as file, closing(connect(copy)) as to:
        file.backup(to)
    wire = EngineWire()
    await wire.open()
    other = Chat(wire, copy, StillClock(told.chat.clock.now()))
    await other.start()
    assert {await states(other, one) for one in READERS} == {here}
    await other.stop()
    await wire.close()


READERS = (Reader("en", "America/Montreal", "engine"), Reader("fr", "Asia/Tokyo", "slack"))


async def states(chat: Chat, reader: Reader) -> str:
    """The ten states, as this engine works them out for a reader."""

    def read(db: Session) -> str:
        here = db.get(Community, 1)
        ctx = Context(db, chat.clock.now(), reader, chat.app.engine, community=here)
        signs = {"not-started": "○", "in-progress": "◐", "done": "✓", "attention": "▲"}
        return "".join(signs[state] for state in standing(ctx).states.values())

    return await chat.app.database.read(read)
