"""Whom to ask about something: who offers it, who has shown it, and who would rather not be named."""

from __future__ import annotations

from storage import acts
from storage.database import Work
from tests.kit.chat import Chat
from tests.kit.people import card, number_of


def plainly(words: str) -> str:
    """Without no-break spaces."""
    return words.replace("\u00a0", " ")


async def test_offers_come_first_then_what_was_shown(chat: Chat) -> None:
    """Declared before demonstrated, each with its basis; accents and plurals do not matter (19.A2)."""
    await chat.founded(chat.ben, chat.zoe, chat.cleo, chat.dan)
    await chat.ben.types('/share https://example.org/a "Une médiation" #terrain')
    await chat.ben.types('/share https://example.org/b "Un guide" #médiations')
    await chat.ann.types('/meet propose "Atelier médiation" "2026-11-10 14:00" "2026-11-11 14:00"')
    await chat.ann.presses("Publish")
    cleo = await number_of(chat, chat.cleo)

    def led(work: Work) -> None:
        with work.session() as db:
            acts.note(db, 1, cleo, "session-led", "meet.card:1", chat.clock.now())

    await chat.app.database.write(led)
    await card(chat, chat.zoe, offers="Médiation familiale, dessin")
    await card(chat, chat.dan, offers="dessin")

    await chat.dan.types("/people who MEDIATIONS")
    said = chat.dan.told.text
    assert "3 people to ask" in said
    assert "Zoé · offers: Médiation familiale\n" in said
    assert "Ben · shared 2 resources on it, the latest “Un guide”" in said
    assert "Cleo · led the meeting “Atelier médiation”" in said
    assert said.index("Zoé") < said.index("Ben") < said.index("Cleo")
    await chat.dan.presses("Open: Zoé", on=chat.dan.told)
    assert "Offers: Médiation familiale, dessin" in chat.dan.told

    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="Dan")
    await chat.ann.types("/membres qui animation")
    assert "Dan · holds the role “facilitation”" in chat.ann.told
    await chat.ann.types("/find dessins")
    assert "Dan · offers: dessin" in chat.ann.told
    assert "Zoé · offers: dessin" in chat.ann.told
    assert "Ask Dan" in chat.ann.told.buttons
    await chat.ann.types("/people who quantum")
    assert "I know of nobody for “quantum” yet. Try one other word" in chat.ann.told
    await chat.ann.types('/people who "* NEAR ("')
    assert "I know of nobody" in chat.ann.told


async def test_who_opts_out_or_leaves_is_never_suggested(chat: Chat) -> None:
    """Opted out: in no answer, though in the list; who left is in neither, nor is a bot (19.A2, 19.A5)."""
    people = (chat.ben, chat.zoe, chat.cleo, chat.dan, chat.eve, chat.moussa)
    await chat.founded(*people)
    for person in people:
        await card(chat, person, offers="mediation")
    await chat.ann.types("/people who mediation")
    assert "6 people to ask" in chat.ann.told
    assert sum(label.startswith("Open: ") for label in chat.ann.told.buttons) == 5
    await chat.ann.presses("Next", on=chat.ann.told)
    assert [label for label in chat.ann.told.buttons if label.startswith("Open")] == [
        "Open: Moussa"
    ]

    await chat.ben.types("/profile")
    await chat.ben.presses("Do not suggest me", on=chat.ben.told)
    assert "You are suggested to nobody" in chat.ben.told
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community", on=chat.cleo.told)
    await chat.ann.types("/people who mediation")
    assert "4 people to ask" in chat.ann.told
    assert "Ben" not in chat.ann.told
    assert "Cleo" not in chat.ann.told
    await chat.ann.types("/find mediation")
    assert "Ben" not in chat.ann.told
    await chat.ann.types("/people")
    assert "6 members · page 1 of 2" in chat.ann.told
    assert "Ben · offers: mediation" in chat.ann.told
    assert "Cleo" not in chat.ann.told
    await chat.ann.presses("Next", on=chat.ann.told)
    assert "Ann · nothing on the card yet" in chat.ann.told
    await chat.ann.types("/profile show Cleo")
    assert "I do not know “Cleo” here" in chat.ann.told
    await chat.ben.types("/profil")
    await chat.ben.presses("Suggest me again", on=chat.ben.told)
    await chat.ann.types("/people who mediation")
    assert "5 people to ask" in chat.ann.told


async def test_who_comes_back_finds_their_card(chat: Chat) -> None:
    """A card is not shown while its owner is away, and is there again when they rejoin (19.A4)."""
    await chat.founded(chat.ben)
    await card(chat, chat.ben, offers="mediation", asks="a room")
    await chat.ben.types("/ronde data")
    await chat.ben.presses("Leave the community", on=chat.ben.told)
    await chat.ann.types("/people who mediation")
    assert "I know of nobody" in chat.ann.told
    await chat.ben.presses("I'm in", on=chat.channel.newest)
    await chat.ben.presses("My card", on=chat.ben.told)
    assert "Offers: mediation" in chat.ben.told
    await chat.ann.types("/people who mediation")
    assert "1 person to ask" in chat.ann.told
