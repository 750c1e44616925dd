"""`/ronde nudges`: what waits, what would go out this week, and who gets it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.kit.chat import Chat, Someone
from tests.kit.nudges import at, guided, nudges
from tests.kit.wire import Shown

FEW = "none of 6 people has answered"


async def stuck(chat: Chat, *, by: Someone | None = None) -> None:
    """Six members who have not met for a month, and a poll that nobody answers."""
    await guided(chat, chat.eve, chat.ines, chat.zoe, chat.moussa, by=by)
    await chat.cleo.types('/poll "Which room?" "Blue" "Red" until:"2026-11-05 18:00 Europe/Paris"')


async def rows(chat: Chat) -> list[int]:
    """How many rows there are of all that could be written."""
    tables = ("nudges", "notices", "posts", "due", "acts", "journal", "preferences")
    return await chat.app.database.read(
        lambda db: [db.execute(text(f"SELECT count(*) FROM {t}")).scalar_one() for t in tables]
    )


async def test_all_that_waits_gravest_first(chat: Chat) -> None:
    """Each with its reason and its button, though one a day is told (11.A2)."""
    await stuck(chat)
    await chat.passes(to=at(4))
    await chat.dan.types("/ronde nudges")

    listed = chat.dan.told
    assert listed.text.index(FEW) < listed.text.index("you have not met yet")
    assert {"See the poll", "Propose dates", "What goes out this week"} <= set(listed.buttons)
    assert "Rules for nudges" not in listed.buttons


async def test_one_thing_at_a_time(chat: Chat) -> None:
    """Two things hold on Wednesday: the poll first, the meeting on Thursday (11.A2)."""
    await stuck(chat)
    await chat.passes(to=at(3, 6))
    await chat.cleo.types('/meet settle "Kick-off" "2026-11-03 12:00 Europe/Paris"')
    await chat.cleo.fills()
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(4, 16))

    assert [FEW in nudge for nudge in nudges(chat.dan)] == [True]


async def test_in_ronde_it_is_one_line(chat: Chat) -> None:
    """Whoever facilitates or coordinates sees in `/ronde` that something waits; others do not."""
    await stuck(chat)
    await chat.passes(to=at(4))
    for who in (chat.dan, chat.cleo):
        await who.types("/ronde")
        assert "2 things could do with a nudge" in who.told
        await who.presses("All nudges", on=who.told)
        assert FEW in who.told
    await chat.eve.types("/ronde")

    assert "could do with a nudge" not in chat.eve.told


async def test_a_member_reads_who_gets_them(chat: Chat) -> None:
    """Kindly, without what they say (11.A6)."""
    await stuck(chat)
    await chat.passes(to=at(4))
    for line in ("/ronde nudges", "/ronde nudges preview"):
        await chat.eve.types(line)
        assert "I tell Dan" in chat.eve.told
        assert FEW not in chat.eve.told
    await chat.zoe.types("/ronde coups-de-pouce")

    assert "je le signale à Dan" in chat.zoe.told


async def test_nothing_waits(chat: Chat) -> None:
    """A community that goes well has an empty list, and nothing to foresee (11.A2)."""
    await guided(chat, days=3)
    await chat.dan.types("/ronde nudges")
    assert "Nothing needs a nudge" in chat.dan.told
    assert "first 30 days I send no nudges" in chat.dan.told
    await chat.dan.types("/ronde nudges preview")

    assert "I will send no nudge this week" in chat.dan.told


async def test_the_preview_says_what_then_happens(chat: Chat) -> None:
    """To whom, on which day, with which words; nothing is sent or written; so it comes (11.A5)."""
    await stuck(chat)
    before = await rows(chat)
    await chat.cleo.types("/ronde nudges preview")
    preview = chat.cleo.told
    assert await rows(chat) == before
    assert nudges(chat.dan) == []

    foreseen = [line for line in preview.lines if " · to " in line]
    assert len(foreseen) == 2
    for line, day in zip(foreseen, (3, 4), strict=True):
        when, whom, why = line.split(" · ", 2)
        assert f" {day} Nov" in when
        assert "Dan" in whom
        await chat.passes(to=at(day, 6, 59))
        earlier = len(nudges(chat.dan))
        await chat.passes(to=at(day))
        assert why in nudges(chat.dan)[earlier]
    await chat.passes(to=at(8))

    assert len(nudges(chat.dan)) == 2


async def test_the_preview_knows_the_budget(chat: Chat) -> None:
    """Who asked for fewer messages and had this week's: nothing is foreseen, nothing comes (11.A5)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    await chat.dan.presses("Remind me tomorrow", on=nudges(chat.dan)[0])
    await _fewer(chat)
    await chat.dan.types("/ronde nudges preview")
    assert "I will send no nudge this week" in chat.dan.told
    await chat.passes(to=at(8))
    assert len(nudges(chat.dan)) == 1
    await chat.dan.types("/ronde nudges preview")
    assert " 9 Nov" in chat.dan.told
    await chat.passes(to=at(9))

    assert len(nudges(chat.dan)) == 2


async def _fewer(chat: Chat) -> None:
    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            db.execute(text("UPDATE members SET fewer = 1"))

    await chat.app.database.write(write)


async def test_the_preview_has_what_is_on_its_way(chat: Chat) -> None:
    """Judged in Paris, and waiting for the morning of Montreal: it is still to come today (11.A5)."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord tells no zone: nobody's morning is later than the community's")
    await guided(chat, by=chat.ben)
    await chat.passes(to=at(3, 9))
    assert nudges(chat.ben) == []
    await chat.cleo.types("/ronde nudges preview")
    assert "Tue 3 Nov 14:00 · to Ben" in chat.cleo.told
    await chat.passes(to=at(3, 13))

    assert len(nudges(chat.ben)) == 1


async def test_the_preview_skips_what_was_told(chat: Chat) -> None:
    """On the day itself and in the two weeks after, it is not foreseen again (11.A3, A5)."""
    await guided(chat)
    await chat.passes(to=at(3, 9))
    await chat.dan.types("/ronde nudges preview")

    assert "I will send no nudge this week" in chat.dan.told


async def test_in_french(chat: Chat) -> None:
    """`/ronde coups-de-pouce aperçu`: the same, in French (11.A5, R12)."""
    await stuck(chat, by=chat.dan)
    await chat.cleo.types('/ronde settings facilitator:"@Zoé"')
    await chat.zoe.types("/ronde coups-de-pouce aperçu")
    shown: Shown = chat.zoe.told
    assert "Si rien ne change d’ici là, j’enverrai" in shown
    assert "aucune rencontre n’a encore eu lieu" in shown
    await chat.zoe.presses("Tous les coups de pouce", on=shown)

    assert "aucune date n’est prévue" in chat.zoe.told
