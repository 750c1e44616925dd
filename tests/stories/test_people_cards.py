"""What members say of themselves: their card, what they choose on it, and who may read it."""

from __future__ import annotations

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
