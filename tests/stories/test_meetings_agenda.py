"""The agenda: anyone adds a point, whoever sees to the meeting orders them; and the first one's kit."""

from __future__ import annotations

from tests.kit.chat import Chat
from tests.kit.meetings import announced, at, card

KIT = (
    "1. Round of names: who we are, where we work · 10 min",
    "2. Why are we here? What each of us hopes for · 15 min",
    "3. What we need: where each of us is stuck, or alone · 15 min",
    "4. A few simple rules: what we share, what stays between us · 10 min",
    "5. The date of our next meeting · 5 min",
    "6. Who facilitates next time · 5 min",
)


# ── adding ──────────────────────────────────────────────────────────────────────────────────────


async def test_anyone_adds_a_point(chat: Chat) -> None:
    """By typing, or with the card's form; the card shows who brings what, and for how long."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Which tools do we use?" minutes:15')
    assert "Your point is on the agenda." in chat.ben.told
    await chat.cleo.presses("Add a point", on=card(chat))
    await chat.cleo.fills(point="What  went\nwrong", minutes="")

    assert "1. Which tools do we use? · 15 min · Ben" in card(chat)
    assert "2. What went wrong · Cleo" in card(chat)
    assert "15 of 60 minutes are planned." in card(chat)


async def test_who_has_not_joined_may_add_one_too(chat: Chat) -> None:
    """Whoever sees the card may use it (R11)."""
    await chat.founded()
    await announced(chat)
    await chat.eve.presses("Add a point", on=card(chat))
    await chat.eve.fills(point="May I come?")

    assert "1. May I come? · Eve" in card(chat)


async def test_the_only_meeting_to_come_is_meant(chat: Chat) -> None:
    """Without a number; words that name no meeting are taken for a point, and asked about first."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ben.types("/meet agenda")
    assert "Nothing on the agenda yet." in chat.ben.told
    await chat.ben.types('/meet agenda "Which tools?"')
    assert chat.ben.form is not None
    assert chat.ben.form.values["point"] == "Which tools?"
    assert "Which tools?" not in card(chat)
    await chat.ben.fills()

    assert "1. Which tools? · Ben" in card(chat)
    await chat.ben.types("/meet agenda kick")
    assert "Agenda: Kick-off" in chat.ben.told


async def test_a_point_that_cannot_be_used_comes_back(chat: Chat) -> None:
    """Too long, or minutes that are none: said under the field, everything typed in place."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Tools" minutes:many')
    assert chat.ben.form is not None
    assert "“many” is not a number" in chat.ben.form.errors["minutes"]
    assert chat.ben.form.values["point"] == "Tools"
    await chat.ben.fills(minutes="20")

    assert "1. Tools · 20 min · Ben" in card(chat)
    await chat.ben.types(f'/meet agenda 1 "{"long " * 50}"')
    assert "At most 200 characters" in chat.ben.told
    assert "2." not in card(chat)


async def test_twenty_points_are_enough(chat: Chat) -> None:
    """The twenty-first is refused; the card shows ten and how many others, the agenda all."""
    await chat.founded(chat.ben)
    await announced(chat)
    for number in range(20):
        await chat.ben.types(f'/meet agenda 1 "Point {number}" minutes:4')
    await chat.ben.types('/meet agenda 1 "One more"')

    assert "20 points at most" in chat.ben.told
    assert "10. Point 9" in card(chat)
    assert "+ 10 others" in card(chat)
    assert "Point 10" not in card(chat)
    assert "Together the points take 80 minutes, and the meeting lasts 60." in card(chat)
    await chat.ben.types("/meet agenda 1")
    assert "20. Point 19 · 4 min · Ben" in chat.ben.told


async def test_a_meeting_that_is_over_takes_no_points(chat: Chat) -> None:
    """Until it ends; then the next one is offered in words."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.passes(to=at(2026, 11, 9, 13, 30))
    await chat.ben.types('/meet agenda 1 "While we are at it"')
    assert "1. While we are at it" in card(chat)
    await chat.passes(hours=1)
    await chat.ben.types('/meet agenda 1 "Too late"')

    assert "Add your point to the next one." in chat.ben.told


# ── changing and ordering ───────────────────────────────────────────────────────────────────────


async def test_whoever_sees_to_it_orders_the_points(chat: Chat) -> None:
    """Up and down in place, at the edges only one of them; others are not offered it."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await chat.ann.types("/ronde settings facilitator:Cleo")
    for point in ("First", "Second", "Third"):
        await chat.ben.types(f'/meet agenda 1 "{point}"')
    await chat.cleo.presses("Agenda", on=card(chat))
    await chat.cleo.picks("Third", on=chat.cleo.told)
    assert "Change this point: Third" in chat.cleo.told
    assert "Move down" not in chat.cleo.told.buttons
    await chat.cleo.presses("Move up", on=chat.cleo.told)
    await chat.cleo.presses("Move up", on=chat.cleo.told)

    assert "1. Third · Ben\n2. First · Ben\n3. Second · Ben" in card(chat)
    assert "Move up" not in chat.cleo.told.buttons
    await chat.ben.presses("Agenda", on=card(chat))
    await chat.ben.picks("First", on=chat.ben.told)
    assert "Move up" not in chat.ben.told.buttons


async def test_one_s_own_point_can_be_changed_and_removed(chat: Chat) -> None:
    """Its author and who sees to the meeting; to others it is not offered."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Tols" minutes:10')
    await chat.cleo.presses("Agenda", on=card(chat))
    assert not chat.cleo.told.pickers
    await chat.ben.presses("Agenda", on=card(chat))
    await chat.ben.picks("Tols", on=chat.ben.told)
    await chat.ben.presses("Edit", on=chat.ben.told)
    assert chat.ben.form is not None
    assert chat.ben.form.values["minutes"] == "10"
    await chat.ben.fills(point="Tools")
    assert "1. Tools · 10 min · Ben" in card(chat)
    await chat.ann.presses("Agenda", on=card(chat))
    await chat.ann.picks("Tools", on=chat.ann.told)
    await chat.ann.presses("Remove", on=chat.ann.told)

    assert "Tools" not in card(chat)
    assert "Nothing on the agenda yet." in chat.ann.told


async def test_a_point_that_was_removed_meanwhile(chat: Chat) -> None:
    """A card that still shows it says that it is gone; nothing else happens."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ben.types('/meet agenda 1 "Tools"')
    await chat.ben.presses("Agenda", on=card(chat))
    await chat.ben.picks("Tools", on=chat.ben.told)
    stale = chat.ben.told
    await chat.ann.presses("Agenda", on=card(chat))
    await chat.ann.picks("Tools", on=chat.ann.told)
    await chat.ann.presses("Remove", on=chat.ann.told)
    await chat.ben.presses("Edit", on=stale)

    assert "no longer exists" in chat.ben.told


# ── the first meeting ───────────────────────────────────────────────────────────────────────────


async def test_the_kit_puts_six_points_on_the_first_agenda(chat: Chat) -> None:
    """One press by who organises: an hour, in the community's language, once (0.A5)."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ben.presses("Agenda", on=card(chat))
    assert "Use the first-meeting kit" not in chat.ben.told.buttons
    await chat.ann.types("/ronde")
    assert "Kick-off — prepare your first meeting" in chat.ann.told
    await chat.ann.presses("Agenda", on=card(chat))
    kit = chat.ann.told
    await chat.ann.presses("Use the first-meeting kit", on=kit)

    assert "\n".join(KIT) in card(chat)
    assert "60 of 60 minutes are planned." in card(chat)
    assert "Use the first-meeting kit" not in chat.ann.told.buttons
    await chat.ann.types("/ronde")
    assert "prepare your first meeting" not in chat.ann.told


async def test_a_second_press_adds_nothing(chat: Chat) -> None:
    """Two who see to the meeting press at once: the points stand once."""
    await chat.founded(chat.ben)
    await announced(chat)
    await chat.ann.types("/ronde settings facilitator:Ben")
    await chat.ann.presses("Agenda", on=card(chat))
    await chat.ben.presses("Agenda", on=card(chat))
    await chat.ann.presses("Use the first-meeting kit", on=chat.ann.told)
    await chat.ben.presses("Use the first-meeting kit", on=chat.ben.told)

    assert "once, and before it is over" in chat.ben.told
    assert card(chat).text.count("Round of names") == 1


async def test_the_kit_speaks_the_community_s_language(chat: Chat) -> None:
    """French points in a French community, whoever presses."""
    await chat.founded(chat.ann, by=chat.zoe)
    await chat.zoe.types('/rencontre fixer "Lancement" "2026-11-09 14:00"')
    await chat.zoe.fills()
    await chat.zoe.presses("Publier")
    await chat.zoe.types("/ronde réglages animation:Ann")
    await chat.ann.types("/meet agenda 1")
    await chat.ann.presses("Use the first-meeting kit", on=chat.ann.told)

    points = chat.channel.find("Lancement")
    assert "qui nous sommes, où nous travaillons · 10 min" in points
    assert "Round of names" not in points


async def test_the_kit_speaks_the_channel_s_language(chat: Chat) -> None:
    """In a channel that speaks another language than its community, so do the points (0.A5, R6)."""
    await chat.founded()
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("French", on=chat.ann.told)
    await chat.ann.types('/meet settle "Kick-off" "2026-11-09 14:00"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await chat.ann.types("/meet agenda 1")
    await chat.ann.presses("Use the first-meeting kit", on=chat.ann.told)

    assert "qui nous sommes, où nous travaillons · 10 min" in chat.channel.find("Kick-off")
    assert "Use the first-meeting kit" not in chat.ann.told.buttons


async def test_a_later_meeting_has_no_kit(chat: Chat) -> None:
    """The community has met: the kit is no longer offered (0.A5)."""
    await chat.founded()
    await announced(chat, "First", "2026-11-03 14:00 Europe/Paris")
    await chat.passes(days=2)
    await announced(chat, "Second")
    await chat.ann.presses("Agenda", on=card(chat, "Second"))

    assert "Use the first-meeting kit" not in chat.ann.told.buttons


async def test_the_note_for_the_hierarchy(chat: Chat) -> None:
    """One page to copy: the goal, the time asked, what will be reported; in the reader's language."""
    await chat.founded(chat.ben, chat.zoe)
    await announced(chat, duration="90m")
    await chat.ben.presses("Agenda", on=card(chat))
    await chat.ben.presses("A note for my hierarchy", on=chat.ben.told)
    for said in ("“Trainers”, for sharing what works", "THE GOAL", "THE TIME", "lasts 90 minutes"):
        assert said in chat.ben.told
    assert "WHAT I WILL REPORT" in chat.ben.told
    await chat.zoe.presses("Agenda", on=card(chat))
    await chat.zoe.presses("Une note pour ma hiérarchie", on=chat.zoe.told)

    assert "CE DONT JE RENDRAI COMPTE" in chat.zoe.told
    assert "dure 90 minutes" in chat.zoe.told
