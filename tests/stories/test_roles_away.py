"""Absences, handovers, and what people type that cannot be."""

from __future__ import annotations

from contextlib import closing

import pytest

from storage.database import connect
from tests.kit.chat import Chat
from tests.stories.test_roles_swaps import accepted, journal
from tests.stories.test_roles_turn import asked, founded, started

# ── away ────────────────────────────────────────────────────────────────────────────────────────


async def test_missing_half_of_a_turn_asks_somebody_else(chat: Chat) -> None:
    """An absence over half of an accepted turn or more: it is asked of the next (7.A1)."""
    holder, others = await accepted(chat)
    await holder.types('/role away "2026-12-20 2027-01-15"')
    assert "somebody else is asked" in holder.told
    await chat.passes(days=2)
    assert asked(chat, others) is not holder


async def test_missing_less_offers_cover(chat: Chat) -> None:
    """An absence over less than half suggests cover; who covers serves those days alone (7.A1)."""
    holder, others = await accepted(chat)
    await holder.types('/role away "2027-01-04 2027-01-08"')
    assert "you miss only a part of it" in holder.told
    await holder.presses("Find cover: Facilitation", on=holder.told)
    card = chat.channel.find("Swap: Facilitation")
    assert "Monday 4 January 2027 to Friday 8 January 2027" in card
    await others[0].presses("I’ll take over", on=card)
    await others[1].types("/role preview facilitation")
    told = others[1].told.text
    assert f"{others[0].persona.name} (Monday 4 January 2027 to Friday 8 January 2027)" in told
    assert told.count(holder.persona.name) >= 2

    await chat.passes(days=36)  # the turn is over: five days of cover are not half of it
    await others[1].types("/role history facilitation")
    assert f"{holder.persona.name} 1" in others[1].told
    assert f"{others[0].persona.name} 1" not in others[1].told


async def test_an_absence_ends_early(chat: Chat) -> None:
    """I'm back: from today on I can be asked again (7.A1)."""
    await founded(chat)
    for one in (chat.ann, chat.cleo, chat.dan, chat.eve):
        await one.types('/role away "for 60 days"')
    await started(chat)
    assert "Who would like to?" in chat.channel.find("Who would like to?")
    await chat.cleo.types("/role away")
    await chat.cleo.presses("I’m back", on=chat.cleo.told)
    assert "You have not said that you are away" in chat.cleo.told
    await chat.passes(days=1)
    assert "Yes, I’ll do it" in chat.cleo.inbox[-1].buttons
    assert "Somebody has been asked" in chat.channel.find("Who would like to?")


async def test_away_from_one_role_alone(chat: Chat) -> None:
    """Roles can be named: the others stay as they are (7.A1)."""
    await founded(chat)
    await chat.ann.types("/role new welcome pool:@Cleo")
    await chat.ann.presses("Publish")
    await chat.ann.types("/role new notes pool:@Cleo")
    await chat.ann.presses("Publish")
    await chat.cleo.types('/role away "for 90 days" roles:welcome')
    assert "Only from: Welcome" in chat.cleo.told
    await chat.ann.types("/role")
    told = chat.ann.told.text
    assert told.index("Welcome") < told.index("nobody yet") < told.index("Note-taking")
    assert "Cleo, asked" in told.split("Note-taking")[1]


async def test_a_coordinator_acts_for_somebody_ill(chat: Chat) -> None:
    """Who steers notes an absence for another; it is written down, and the person is told (7.A4)."""
    holder, others = await accepted(chat)
    who = holder if holder is not chat.ann else others[0]
    await chat.ann.types(f'/role away "for 60 days" person:"{who.persona.name}"')
    assert "They are told" in chat.ann.told
    assert "role.away-for" in await journal(chat)
    if who is holder:
        await chat.passes(days=1)
        assert any("noted that you are away" in message for message in who.inbox)


async def test_nobody_says_so_for_another(chat: Chat) -> None:
    """A member cannot note an absence for somebody else (R7)."""
    await founded(chat)
    await chat.cleo.types('/role away "for 60 days" person:"Dan"')
    assert "Only the person concerned" in chat.cleo.told
    await chat.dan.types("/role away")
    assert chat.dan.form is not None


async def test_what_is_no_time_away_says_what_to_type(chat: Chat) -> None:
    """Words that are no days open the form, with the reason under the field (bad input)."""
    await founded(chat)
    await chat.cleo.types('/role away "15 Aug – 1 Aug"')
    assert chat.cleo.form is not None
    assert "ends before it begins" in str(chat.cleo.form)


# ── handing over ────────────────────────────────────────────────────────────────────────────────


async def test_three_days_before_its_end_the_turn_is_passed_on(chat: Chat) -> None:
    """Checklist and three lines to who leaves; the pack with the note to who comes (7.A8)."""
    holder, others = await accepted(chat)
    await chat.passes(days=39)  # 23 January: the turn ends on the 25th
    message = next(m for m in holder.inbox if "Passing it on" in m)
    assert "Monday 25 January 2027" in message
    await holder.presses("Write three lines", on=message)
    await holder.fills(going="Two polls are open.", care="Eve prefers mornings.")
    assert "Passed on" in holder.told

    following = asked(chat, others)
    await following.presses("Yes, I’ll do it")
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+30d"')
    await chat.passes(days=4)
    pack = next(m for m in following.inbox if "Your pack" in m)
    assert "Going on: Two polls are open." in pack
    assert "Worth knowing: Eve prefers mornings." in pack
    assert "Where?" in pack
    assert "It answers for" in pack


async def test_the_pack_comes_without_a_note_too(chat: Chat) -> None:
    """The outgoing person wrote nothing: the pack is made from what is open all the same (7.A8)."""
    _, others = await accepted(chat)
    await chat.passes(days=39)
    following = asked(chat, others)
    await following.presses("Yes, I’ll do it")
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+30d"')
    await chat.passes(days=4)
    pack = next(m for m in following.inbox if "Your pack" in m)
    assert "Where?" in pack
    assert "held it before" not in pack


async def test_a_ticked_checklist_completes_the_handover(chat: Chat) -> None:
    """All steps ticked is as good as a note; one missing is not (7.A8)."""
    holder, _ = await accepted(chat)
    await chat.passes(days=39)
    message = next(m for m in holder.inbox if "Passing it on" in m)
    steps = next(options for label, options in message.pickers if "Done" in label)
    await holder.picks(*steps[:-1], on=message)
    assert "Passed on" not in holder.told
    await holder.picks(*steps, on=message)
    assert "Passed on" in holder.told


# ── what cannot be ──────────────────────────────────────────────────────────────────────────────


async def test_what_cannot_turn_says_why(chat: Chat) -> None:
    """Itself excluded, no days, a past start, nobody's name: each a sentence, nothing kept (bad input)."""
    await founded(chat)
    wrong = {
        "facilitation excludes:facilitation": "cannot exclude itself",
        'facilitation term:"0 days"': "no length I understand",
        'facilitation start:"yesterday"': "past",
        "facilitation pool:@Nobody": "Nobody",
        "facilitation seats:0": "from 1 to 9",
        "coordination": "does not turn",
        'facilitation grace:"soon"': "no number of days",
    }
    for line, said in wrong.items():
        await chat.ann.types(f"/role new {line}")
        assert chat.ann.form is not None, line
        assert said in str(chat.ann.form), (line, chat.ann.form)
    await chat.ann.types("/role")
    assert "No role turns here yet" in chat.ann.told


async def test_a_pool_of_one_is_warned_about(chat: Chat) -> None:
    """One person and one turn in a row: the preview says that every other would stay empty (bad input)."""
    await founded(chat)
    await chat.ann.types("/role new facilitation pool:@Cleo")
    assert "every other turn would stay empty" in chat.ann.told
    await chat.ann.presses("Publish")
    await chat.cleo.types("/role preview facilitation")
    assert chat.cleo.told.text.count("Cleo") == 2
    assert chat.cleo.told.text.count("nobody yet") == 2


async def test_the_same_role_does_not_turn_twice(chat: Chat) -> None:
    """A ready-made role that turns already is named, in either language (bad input)."""
    await founded(chat)
    await started(chat)
    await chat.ann.types("/role new animation")
    assert "turns here already" in str(chat.ann.form)


async def test_two_people_ask_for_the_next_turn_at_once(chat: Chat) -> None:
    """Pressed twice, the next turn is asked for once (bad input)."""
    people = await founded(chat)
    await started(chat)
    await asked(chat, people).presses("Yes, I’ll do it")
    await chat.passes(days=12)
    await chat.ann.types("/role turn facilitation")
    await chat.ann.types("/role turn facilitation")
    assert "Next" in chat.ann.told
    with closing(connect(chat.path, read_only=True)) as raw:
        turns = raw.execute("SELECT number, seat FROM turns").fetchall()
    assert len(turns) == len(set(turns)) == 2


async def test_members_do_not_make_roles_turn(chat: Chat) -> None:
    """Only coordinators let a role turn, only those who steer ask ahead: the answer says who (R7)."""
    await founded(chat)
    await chat.cleo.types("/role new facilitation")
    assert "coordinat" in chat.cleo.told.text
    await started(chat)
    await chat.cleo.types("/role turn facilitation")
    assert "facilitat" in chat.cleo.told.text


async def test_a_role_of_ones_own_with_its_words(chat: Chat) -> None:
    """A name of one's own makes a role; its purpose and checklist are written by who steers."""
    await founded(chat)
    await chat.ann.types('/role new "Coffee" term:"2 weeks" seats:2')
    assert "2 weeks" in chat.ann.told
    await chat.ann.presses("Publish")
    await chat.ann.presses("More", on=chat.ann.told)
    await chat.ann.presses("What it is for", on=chat.ann.told)
    await chat.ann.fills(
        name="Coffee", purpose="Fresh coffee for all.", checklist="The pot is clean"
    )
    assert "Fresh coffee for all." in chat.channel.find("Coffee")
    await chat.dan.types("/role")
    assert "Coffee" in chat.dan.told


async def test_a_role_is_retired(chat: Chat) -> None:
    """Its card says so, nobody is asked any more, and its history stays."""
    holder, others = await accepted(chat)
    await chat.ann.types("/role")
    await chat.ann.presses("Open: Facilitation", on=chat.ann.told)
    await chat.ann.presses("End this role", on=chat.ann.told)
    assert "no longer turns" in chat.ann.told
    await chat.passes(days=40)
    assert not [m for one in others for m in one.inbox if "Yes, I’ll do it" in m.buttons]
    await holder.types("/role")
    assert "No role turns here yet" in holder.told


async def test_a_role_speaks_french(chat: Chat) -> None:
    """Ready-made names, lengths and absences are read and said in French, too (R12)."""
    chat.clock.move(days=40)
    await chat.founded(chat.zoe, chat.ines)
    await chat.zoe.types("/tour")
    assert "Aucun rôle ne tourne ici" in chat.zoe.told
    await chat.ann.types('/role new animation term:"1 mois" pool:"Zoé, Inès"')
    assert "1 month" in chat.ann.told
    await chat.ann.presses("Publish")
    await chat.passes(days=3)
    holder = next(one for one in (chat.zoe, chat.ines) if one.inbox)
    await holder.presses("Oui, je m’en charge")
    assert "C’est noté : Animation" in holder.told.text.replace("\u00a0", " ")
    await holder.types('/tour absence "du 4 au 8 janvier"')
    assert "vous n’en manquez qu’une partie" in holder.told
    await holder.types("/tour pourquoi animation")
    assert "C’est votre tour" in holder.told


async def test_a_long_list_of_names_is_cut_and_counted(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond fifteen names the others are counted (R5); here beyond two."""
    monkeypatch.setattr("bot.text.NAMES_SHOWN", 2, raising=False)
    await founded(chat)
    await chat.ann.types('/role new notes pool:"Ann, Cleo, Dan, Eve"')
    assert "Ann, Cleo + 2 others" in chat.ann.told
    await chat.ann.presses("Publish")
    await chat.ann.presses("More", on=chat.ann.told)
    assert "+ 2 others" in chat.ann.told
