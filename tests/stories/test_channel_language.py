"""Cards speak the place's language, private answers the reader's, whoever presses."""

from __future__ import annotations

from sqlmodel import select

from storage.people import Place
from tests.kit.chat import Chat


async def test_a_card_speaks_the_communitys_language(chat: Chat) -> None:
    """Founded in French, its cards are French, also when an English speaker starts a poll."""
    await chat.founded(chat.ann, by=chat.ines)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    assert "membre" in chat.channel.find("Nous lançons Trainers")
    assert "Soup · 0 vote" in chat.channel.newest
    assert "Les décomptes" in chat.channel.newest or "résultats" in chat.channel.newest.text.lower()
    assert "is in the channel" not in chat.channel.newest


async def test_private_answers_speak_the_readers_language(chat: Chat) -> None:
    """The same press answers each in their own language."""
    await chat.founded()
    await chat.ines.types("/ronde help")  # Slack tells a person's language once they were met
    await chat.ines.presses("I'm in")
    await chat.ben.presses("I'm in")

    assert "Bienvenue. Vous voilà membre de la communauté Trainers." in chat.ines.told
    assert "Welcome. You are now a member of Trainers." in chat.ben.told
    assert "3 members" in chat.channel.newest


async def test_a_refusal_speaks_the_readers_language(chat: Chat) -> None:
    """Errors, too, say in one's own language what to do instead."""
    await chat.founded(chat.ines)
    await chat.ines.types("/ronde settings")

    assert "Only a coordinator" not in chat.ines.told
    assert "coordination" in chat.ines.told


async def test_a_form_speaks_the_readers_language(chat: Chat) -> None:
    """Titles, labels and errors are the reader's."""
    await chat.founded(chat.ines)
    await chat.ines.types('/poll "Où ?"')

    assert chat.ines.form is not None
    assert chat.ines.form.title == "Nouveau sondage"
    assert chat.ines.form.errors["choices"] == "Ce champ est nécessaire."


async def test_french_options_are_understood_everywhere(chat: Chat) -> None:
    """Commands and options in French work in a community that speaks English."""
    await chat.founded(chat.ines)
    await chat.ines.types("/sondage nouveau « Où ? » « Ici » « Là » plusieurs:2 noms:visibles")

    assert "up to 2 choices" in chat.channel.newest
    assert "Everybody sees who chose what." in chat.channel.newest


async def test_direct_messages_speak_the_readers_language(chat: Chat) -> None:
    """A reminder to a French reader of an English community is French."""
    await chat.founded(chat.ines)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-05 10:00"')
    await chat.passes(days=2, hours=2)

    assert "Moins de messages" in chat.ines.inbox[-1].buttons


async def test_a_place_may_have_a_language_of_its_own(chat: Chat) -> None:
    """Where a channel's language is set, its cards speak that one."""
    await chat.founded()

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            place = db.exec(select(Place).where(Place.community_id == 1)).one()
            place.language = "fr"
            db.add(place)

    await chat.app.database.write(write)
    await chat.ben.presses("I'm in")

    assert "Nous lançons Trainers" in chat.channel.newest
    assert "Welcome" in chat.ben.told
