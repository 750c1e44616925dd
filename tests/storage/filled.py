"""A database in which every table holds something, made by people who use Ronde."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.kit.charter import adopts, drafted
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire
from tests.kit.nudges import aged
from tests.kit.people import introduced


async def fill(path: Path) -> None:
    """All that people do: join, ask, vote, decide, draft, mute, appoint, nudge, share, subscribe, repeat."""
    chat = Chat(EngineWire(), path)
    await chat.start()
    await chat.founded(chat.ben, chat.zoe, chat.cleo)
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="Ben")
    await aged(chat)
    await chat.passes(hours=22)  # a nudge: there has been no meeting
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+5d"')
    await chat.ben.presses("Here")
    await chat.ann.types('/poll "Who?" "Us" "Them" who:"Ann, Ben"')
    await chat.ann.types('/poll "Secretly?" "Yes" "No" anonymous')
    await chat.cleo.presses("Yes")
    await chat.cleo.presses("Send")
    await chat.passes(days=5)
    await chat.cleo.presses(chat.cleo.inbox[-1].buttons[-1])  # no more of these
    await _meet(chat)
    await _turn(chat)
    await introduced(chat.cleo, "Curiosity", "quizzes")
    await chat.ben.types("/profile")
    await chat.ben.presses("Edit my card", on=chat.ben.told)
    await chat.ben.fills(offers="mediation", asks="a room", zone="Europe/Paris")
    await chat.ann.types("/people core @Ben @Cleo")
    await _decide(chat)
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Not yet?", choices="Now\nLater")
    await chat.ann.types('/share https://example.org/guide "A guide" #adults "For a first try."')
    card = chat.channel.newest
    await chat.ben.presses("I recommend it", on=card)
    await chat.ben.presses("I tried it", on=card)
    await chat.ben.types("/find nothing like it")
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("Never fetched", on=chat.ann.told)
    await _agree(chat)
    await _aim(chat)
    await chat.ann.types("/impact")
    await chat.ann.presses("Share in the channel", on=chat.ann.told)
    await chat.ann.presses("Publish", on=chat.ann.told)
    chat.app.engine.feed_address = "https://ronde.example.org"
    await chat.ben.types("/meet feed")
    await chat.cleo.types('/poll "Well?" "Yes" "No" every:"every monday 9am"')
    await chat.cleo.presses("Publish")
    await chat.cleo.presses("Skip 16 November")
    await _look_back(chat)
    await chat.stop()


async def _meet(chat: Chat) -> None:
    """Propose dates, answer, settle; come, add a point; say who was there, what is to be done."""
    dates = '"2026-11-10 14:00 Europe/Paris" "2026-11-12 10:00 Europe/Paris"'
    await chat.ann.types(f'/meet propose "Review" {dates} needs:@Ben')
    await chat.ann.presses("Publish")
    await chat.ben.presses("Answer", on=chat.channel.newest)
    await chat.ben.picks("✓ Yes", on=chat.ben.told)
    await chat.ann.types("/meet settle")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    await chat.cleo.presses("I’ll be there")
    await chat.cleo.types('/meet agenda 1 "Which tools?"')
    await chat.passes(days=4)
    await chat.ben.presses("Who was there")
    await chat.ben.presses("That is right")
    await chat.ben.types("/meet notes 1")
    await chat.ben.fills(summary="We met.", actions="@Cleo the budget, by friday")
    await chat.ben.presses("Publish")


async def _aim(chat: Chat) -> None:
    """Write an objective, object to it, assess it, tie a resource to it, rewrite it."""
    await chat.ann.types(
        '/goal new "Find what works" indicator:"tried" target:"1 → 9" by:"in 90 days"'
    )
    await chat.ann.presses("Publish")
    await chat.ben.presses("I object", on=chat.channel.newest)
    await chat.ben.fills(why="Too much.")
    await chat.ann.types('/goal assess 1 2 comment:"A start."')
    await chat.ann.presses("Tie things in one go", on=chat.ann.told)
    await chat.ann.picks("A guide")
    await chat.ann.types("/goal review 1")
    await chat.ann.presses("Rewrite", on=chat.ann.told)
    await chat.ann.fills(sentence="Find what works within a day", why="Clearer.")


async def _turn(chat: Chat) -> None:
    """Let a role turn, decline, be away, find a swap, pass three lines on."""
    await chat.ann.types('/role new notes term:1-week grace:0 start:tomorrow pool:"Ann, Ben, Cleo"')
    await chat.ann.presses("Publish")
    for answer in ("Not this time", "Find a swap"):
        await chat.ann.types("/role why notes")
        people = {"Ben": chat.ben, "Cleo": chat.cleo}
        who = next((one for n, one in people.items() if f"turn of {n}" in chat.ann.told), chat.ann)
        await who.types("/role")
        await who.presses("Open: Note-taking", on=who.told)
        await who.presses(answer, on=who.told)
    await chat.cleo.types('/role away "2027-03-01 2027-03-05"')
    await chat.passes(days=3)
    await who.types("/role handover notes")
    await who.presses("Write three lines", on=who.told)
    await who.fills(going="All is well.")


async def _decide(chat: Chat) -> None:
    """Propose, ask a question, open the round, consent, object."""
    await chat.ann.types('/decide new "Publish our templates"')
    card = chat.channel.newest
    await chat.ben.presses("Ask a question", on=card)
    await chat.ben.fills(words="Which ones?")
    await chat.ann.presses("Open the consent round", on=card)
    await chat.ann.fills(until="+7d")
    card = chat.channel.newest
    await chat.ben.presses("Consent", on=card)
    await chat.cleo.presses("Objection", on=card)
    await chat.cleo.fills(words="Two of them are not ours.")


async def _agree(chat: Chat) -> None:
    """Ask why, group, put dots; draft, suggest, adopt, sign."""
    await chat.ann.types("/charter")
    await chat.ann.presses("Ask everybody first", on=chat.ann.told)
    await chat.ann.fills()
    await chat.ann.presses("Publish", on=chat.ann.told)
    await chat.cleo.presses("Answer")
    await chat.cleo.fills(why="Practice", what="A library")
    await _on_charter(chat, "End it now")
    for question, name in (("why", "Practice"), ("what", "A library")):
        await _on_charter(chat, "Group the answers")
        await chat.ann.presses(f"New group: {question}", on=chat.ann.told)
        await chat.ann.fills(name=name)
        await chat.ann.picks(name, on=chat.ann.told)
    await _on_charter(chat, "Group the answers")
    await chat.ann.presses("Ask for the dots", on=chat.ann.told)
    await chat.cleo.presses("Put my dots")
    await chat.cleo.picks("Practice", on=chat.cleo.told)
    await drafted(chat)
    await chat.cleo.types("/charter draft whom")
    await chat.cleo.presses("Suggest", on=chat.cleo.told)
    await chat.cleo.fills(words="For all.")
    await adopts(chat)
    await chat.cleo.types("/charter sign")


async def _on_charter(chat: Chat, label: str) -> None:
    await chat.ann.types("/charter")
    await chat.ann.presses(label, on=chat.ann.told)


async def _look_back(chat: Chat) -> None:
    """Declare a step's state; look back, and take something on."""
    await chat.ann.types("/journey")
    await chat.ann.picks("5. Charter", on=chat.ann.told)
    await chat.ann.presses("Declare a state", on=chat.ann.told)
    await chat.ann.fills(state="done", reason="It hangs on the wall.")
    await chat.ann.types('/journey retro "Our first spring"')
    await chat.ben.presses("Add mine", on=chat.channel.find("Our first spring"))
    await chat.ben.fills(keep="Names first", about="4")
    await chat.ann.presses("Close", on=chat.channel.find("Our first spring"))
    await chat.ann.presses("Add something to do", on=chat.ann.told)
    await chat.ann.fills(words="Start on time", owner="Ben", due="in two weeks")


def counts(path: Path) -> dict[str, int]:
    """How many rows each table holds."""
    with closing(sqlite3.connect(path)) as raw:
        names = [
            row[0]
            for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not row[0].startswith("sqlite_")
        ]
        return {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
