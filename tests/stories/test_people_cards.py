"""What members say of themselves: their card, what they choose on it, and who may read it."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat


async def test_a_card_is_mine_to_fill_and_members_to_read(chat: Chat) -> None:
    """Five optional fields, to members only; an unknown zone is refused with the nearest ones (19.A1)."""
    await chat.founded(chat.ben, chat.zoe)
    await chat.ben.types("/profile")
    assert "not filled in" in chat.ben.told
    await chat.ben.presses("Edit my card", on=chat.ben.told)
    assert chat.ben.form is not None
    assert list(chat.ben.form.labels) == ["offers", "asks", "organisation", "zone", "contact"]
    await chat.ben.fills(offers="Médiation\nquizzes", organisation="East", zone="Europe/Pariss")
    assert chat.ben.form is not None
    assert "Did you mean Europe/Paris" in chat.ben.form.errors["zone"]
    assert chat.ben.form.values["offers"] == "Médiation\nquizzes"
    await chat.ben.fills(zone="paris", contact="mornings")
    assert "Your card is saved." in chat.ben.told
    assert "Offers: Médiation, quizzes" in chat.ben.told
    assert "Looks for: not filled in" in chat.ben.told
    assert "Time zone: Europe/Paris" in chat.ben.told

    await chat.ann.types("/profile show be")
    assert "Organisation: East" in chat.ann.told
    assert "Contact: mornings" in chat.ann.told
    assert "Looks for" not in chat.ann.told
    await chat.zoe.types("/profil voir Personne")
    assert "Je ne connais pas « Personne » ici" in chat.zoe.told.text.replace("\u00a0", " ")
    await chat.dan.types("/profile show Ben")
    assert "Join the community first" in chat.dan.told
    assert "Médiation" not in chat.dan.told


async def test_what_i_choose_stands_on_my_card(chat: Chat) -> None:
    """Language and quiet are buttons of the card, the same as in "My messages" (19.A1, R9)."""
    await chat.founded(chat.ben)
    await chat.ben.types("/profile quiet")
    assert "I write to you only about what you started" in chat.ben.told
    assert "Write to me again" in chat.ben.told.buttons
    await chat.ben.presses("My card", on=chat.ben.told)
    await chat.ben.presses("Write to me again", on=chat.ben.told)
    assert "Only what I started" in chat.ben.told.buttons
    await chat.ben.presses("Only what I started", on=chat.ben.told)
    await chat.ben.presses("Speak French to me", on=chat.ben.told)
    assert "Votre fiche" in chat.ben.told
    assert "Je vous écris seulement sur ce que vous avez lancé" in chat.ben.told


@pytest.mark.season
async def test_in_six_months_i_am_asked_whether_it_is_right(chat: Chat) -> None:
    """ "Remind me in 6 months" asks once, whatever else is quiet; not who left (19.A1)."""
    await chat.founded(chat.ben, chat.cleo)
    for person in (chat.ben, chat.cleo):
        await person.types("/profile")
        await person.presses("Remind me in 6 months", on=person.told)
        assert "I ask you on 2 May 2027" in person.told
    await chat.ben.types("/profile quiet")
    await chat.cleo.types("/ronde data")
    await chat.cleo.presses("Leave the community", on=chat.cleo.told)
    await chat.passes(days=180)
    assert chat.ben.inbox == []
    await chat.passes(days=4)

    [asks] = chat.ben.inbox
    assert "Is your card still right?" in asks
    assert chat.cleo.inbox == []
    await chat.ben.presses("It is right: ask me in 6 months", on=asks)
    await chat.ben.types("/profile")
    assert "I ask you on" in chat.ben.told
    await chat.ben.presses("No reminder", on=chat.ben.told)
    assert "Remind me in 6 months" in chat.ben.told.buttons
