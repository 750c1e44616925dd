"""Clauses of the first thirty minutes: the words of the invitation, and what is linked to what."""

from __future__ import annotations

from tests.kit.chat import Chat


def plainly(words: str) -> str:
    """Without no-break spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


async def test_the_french_invitation_to_the_letter(chat: Chat) -> None:
    """The text to copy is the one that was agreed on, from the first word to the last (0.A2)."""
    await chat.ines.types("/ronde")
    await chat.ines.presses("Fonder une communauté ici")
    await chat.ines.fills(
        name="Pédagogues",
        purpose="partager ce qui marche",
        zone="Europe/Paris",
        first_meeting="jeudi 3 décembre 14h",
    )
    await chat.ines.presses("Inviter des personnes")

    said = plainly(chat.ines.told.text)
    start = "Bonjour, nous lançons Pédagogues, pour partager ce qui marche. Première rencontre : "
    assert start in said
    end = said[said.index(start) + len(start) :]
    assert end.startswith("jeudi 3 décembre 2026 à 14 h 00")
    assert (
        "Trois minutes suffisent : rejoignez #general, dites ce que vous cherchez "
        "et ce que vous pouvez apporter."
    ) in end


async def test_leaving_the_founding_half_way_founds_nothing(chat: Chat) -> None:
    """A form left open, or sent with a mistake, leaves the channel free, and can be resumed (0.A1)."""
    await chat.ann.types("/ronde")
    await chat.ann.presses("Found a community here")
    await chat.ann.fills(name="Trainers", zone="Nowhere/Land")
    form = chat.ann.form
    assert form is not None
    assert form.values["name"] == "Trainers"
    assert form.values["zone"] == "Nowhere/Land"
    if chat.wire.platform != "playground":  # whose page forgets open forms when it is loaded anew
        await chat.stop()
        await chat.start()
    assert chat.channel.messages == []
    await chat.ben.types("/ronde")
    assert "Found a community here" in chat.ben.told.buttons
    await chat.ann.fills(zone="Europe/Paris")

    assert "We are starting Trainers" in chat.channel.newest


async def test_what_is_kept_is_linked_from_every_way_in(chat: Chat) -> None:
    """From the invitation, the welcome and home; who stands outside reads it before joining (0.A6)."""
    await chat.founded()
    await chat.ben.presses("What is kept", on=chat.channel.newest)
    assert "Whom to ask. Ann" in chat.ben.told
    assert "Leave the community" not in chat.ben.told.buttons
    await chat.ben.presses("I'm in", on=chat.channel.newest)
    assert "What is kept" in chat.ben.told.buttons
    await chat.ben.types("/ronde")
    assert "What is kept" in chat.ben.told.buttons
    await chat.ben.presses("What is kept", on=chat.ben.told)
    for kept in (
        "decisions",
        "charter",
        "signatures",
        "objectives",
        "retrospectives",
        "core group",
    ):
        assert kept in chat.ben.told

    assert "Leave the community" in chat.ben.told.buttons


async def test_what_is_kept_is_said_in_french(chat: Chat) -> None:
    """What, never, where, how long, who sees it, whom to ask: all six in French (0.A6)."""
    await chat.founded(chat.zoe)
    await chat.zoe.types("/ronde données")

    said = plainly(chat.zoe.told.text)
    for part in ("Quoi", "Jamais", "Où", "Combien de temps", "Qui le voit", "À qui s’adresser"):
        assert part in said, part
    assert "Ann" in said


async def test_every_button_of_the_preview_is_without_effect(chat: Chat) -> None:
    """Joining, reading what is kept: in "See as a member" nothing happens (0.A4)."""
    await chat.founded()
    await chat.ann.presses("See as a member")
    preview = chat.ann.told
    before = chat.channel.messages
    for label in dict.fromkeys(preview.buttons):
        await chat.ann.presses(label, on=preview)
        assert "This is only a preview: nothing has changed." in chat.ann.told, label

    assert chat.channel.messages == before
