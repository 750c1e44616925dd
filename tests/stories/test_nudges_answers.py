"""What people say to a nudge: later, no more; and what a community says to a rule."""

from __future__ import annotations

from storage import journal
from tests.kit.chat import Chat, Someone
from tests.kit.nudges import STEPS, aged, appoint, at, guided, nudges, without

PROPOSAL = "This has been put off three times in a row"


async def put_off(chat: Chat, who: Someone, label: str, *days: int) -> None:
    """On each of these days the newest nudge is put off."""
    for day in days:
        await chat.passes(to=at(day))
        await who.presses(label, on=nudges(who)[-1])


# ── later ───────────────────────────────────────────────────────────────────────────────────────


async def test_tomorrow(chat: Chat) -> None:
    """Put off until tomorrow: the message says so at once, and it comes the next morning (11.A4)."""
    await guided(chat)
    await chat.passes(to=at(3, 9))
    await chat.dan.presses("Remind me tomorrow", on=nudges(chat.dan)[0])

    [nudge] = nudges(chat.dan)
    assert "I will come back to this on Wednesday 4 November 2026" in nudge
    assert nudge.buttons == ("Propose dates",)
    await chat.passes(to=at(4, 6, 59))
    assert len(nudges(chat.dan)) == 1
    await chat.passes(to=at(4))
    assert len(nudges(chat.dan)) == 2


async def test_in_a_week(chat: Chat) -> None:
    """Put off for a week: on the same weekday, in the morning (11.A4)."""
    await guided(chat)
    await put_off(chat, chat.dan, "Remind me in a week", 3)
    await chat.passes(to=at(10, 6, 59))
    assert len(nudges(chat.dan)) == 1
    await chat.passes(to=at(10))

    assert len(nudges(chat.dan)) == 2


async def test_after_a_snooze_two_weeks_count_anew(chat: Chat) -> None:
    """Told again on the 4th and left alone, it comes on the 18th (11.A3, A4)."""
    await guided(chat)
    await put_off(chat, chat.dan, "Remind me tomorrow", 3)
    await chat.passes(to=at(18, 6, 59))
    assert len(nudges(chat.dan)) == 2
    await chat.passes(to=at(18))

    assert len(nudges(chat.dan)) == 3


async def test_what_was_put_off_and_solved_does_not_come_back(chat: Chat) -> None:
    """A date is announced in between (11.A3)."""
    await guided(chat)
    await put_off(chat, chat.dan, "Remind me tomorrow", 3)
    await chat.cleo.types('/meet settle "Kick-off" "2026-11-20 14:00 Europe/Paris"')
    await chat.cleo.fills()
    await chat.cleo.presses("Publish")
    await chat.passes(to=at(6))

    assert len(nudges(chat.dan)) == 1


async def test_three_times_in_a_row_asks_whether_the_rule_is_of_use(chat: Chat) -> None:
    """Cleo, who coordinates, is offered to switch it off; then it is told no more (11.A4)."""
    await chat.founded(by=chat.cleo)
    await without(chat, STEPS)
    await aged(chat)
    await put_off(chat, chat.cleo, "Remind me tomorrow", 3, 4, 5)
    assert PROPOSAL in nudges(chat.cleo)[-1]
    assert PROPOSAL not in nudges(chat.cleo)[0]
    await chat.cleo.presses("Switch the rule off", on=nudges(chat.cleo)[-1])
    assert "A month without a meeting: off" in chat.cleo.told
    await chat.passes(to=at(27))

    assert len(nudges(chat.cleo)) == 3


async def test_a_facilitator_reads_whom_to_ask(chat: Chat) -> None:
    """Dan does not coordinate: who could switch the rule off is named (11.A4, 24.A5)."""
    await guided(chat)
    await put_off(chat, chat.dan, "Remind me tomorrow", 3, 4)
    await put_off(
        chat, chat.dan, "Remind me tomorrow", 9
    )  # of three messages a week, one was Monday's

    last = nudges(chat.dan)[-1]
    assert PROPOSAL in last
    assert "Cleo" in last
    assert "Switch the rule off" not in last.buttons


async def test_a_nudge_that_was_not_put_off_breaks_the_row(chat: Chat) -> None:
    """Twice put off, once left alone, once put off: nothing is proposed (11.A4)."""
    await chat.founded(by=chat.cleo)
    await aged(chat)
    await put_off(chat, chat.cleo, "Remind me tomorrow", 3, 4)
    await chat.passes(to=at(5, 9))
    await put_off(chat, chat.cleo, "Remind me tomorrow", 19)

    assert len(nudges(chat.cleo)) == 4
    assert not [nudge for nudge in nudges(chat.cleo) if PROPOSAL in nudge]


# ── no more ─────────────────────────────────────────────────────────────────────────────────────


async def test_stopped_while_one_holds_the_role(chat: Chat) -> None:
    """No more of this rule for Dan; Eve, who comes next, is told (11.A4, R9)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    await chat.dan.presses("No more of this rule", on=nudges(chat.dan)[0])
    assert "As long as you hold the role" in nudges(chat.dan)[0]
    assert nudges(chat.dan)[0].buttons == ()
    await chat.passes(days=31)
    assert len(nudges(chat.dan)) == 1
    await appoint(chat, chat.eve)
    await chat.passes(days=4)

    assert len(nudges(chat.eve)) == 1


async def test_a_new_term_begins_anew(chat: Chat) -> None:
    """After Eve's term Dan holds the role again, and hears of the rule again (11.A4, R9)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    await chat.dan.presses("No more of this rule", on=nudges(chat.dan)[0])
    await appoint(chat, chat.eve)
    await chat.passes(to=at(16))
    await appoint(chat, chat.dan)
    await chat.passes(to=at(18))

    assert len(nudges(chat.dan)) == 2


async def test_who_no_longer_facilitates_decides_no_more(chat: Chat) -> None:
    """Dan's old message puts nothing off for Eve: he reads that it passed on (11.A1)."""
    await guided(chat, chat.eve)
    await chat.passes(to=at(3))
    await appoint(chat, chat.eve)
    await chat.dan.presses("Remind me in a week", on=nudges(chat.dan)[0])

    assert "Somebody else answers for this now" in chat.dan.told
    assert "I will come back" not in nudges(chat.dan)[0]


# ── the rules of a community ────────────────────────────────────────────────────────────────────


async def test_a_rule_is_switched_off_and_on_for_everybody(chat: Chat) -> None:
    """From the card of all settings: one button a rule; the journal keeps who and what (24.A2)."""
    await guided(chat)
    await chat.cleo.types("/ronde")
    await chat.cleo.presses("Settings", on=chat.cleo.told)
    await chat.cleo.presses("Rules for nudges", on=chat.cleo.told)
    await chat.cleo.presses("Off: A month without a meeting", on=chat.cleo.told)
    assert "A month without a meeting: off" in chat.cleo.told
    await chat.passes(to=at(5))
    assert nudges(chat.dan) == []
    await chat.cleo.presses("On: A month without a meeting")
    await chat.passes(to=at(6))

    assert len(nudges(chat.dan)) == 1
    changes = await chat.app.database.read(
        lambda db: [
            (entry.details["before"], entry.details["after"])
            for entry in journal.entries(db, 1)
            if entry.details.get("setting") == "nudge.no-meeting"
        ]
    )
    assert changes == [("on", "off"), ("off", "on")]


async def test_a_rule_that_is_off_waits_nowhere(chat: Chat) -> None:
    """Switched off, it is neither told nor listed (11.A2, A4)."""
    await guided(chat)
    await chat.cleo.types("/ronde nudges")
    assert "you have not met yet" in chat.cleo.told
    await chat.cleo.presses("Rules for nudges", on=chat.cleo.told)
    await chat.cleo.presses("Off: A month without a meeting", on=chat.cleo.told)
    await chat.dan.types("/ronde nudges")

    assert "Nothing needs a nudge" in chat.dan.told
