"""Notes, decisions and actions: written once, published under the card, recalled until they are done."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.features.meetings.proceedings import Action
from storage.acts import Act
from tests.kit.chat import Chat, Someone
from tests.kit.meetings import announced, at, card, tells_zones
from tests.kit.wire import Shown
from tests.stories.test_leaving import leaving

ACTIONS = "@Ben the budget, by friday\n@Zoé envoyer le support avant vendredi\nBook a room"


async def over(chat: Chat, facilitator: str = "Cleo") -> Shown:
    """A meeting that is over, on Monday 9 November; its card."""
    await announced(chat)
    if facilitator:
        await chat.ann.types(f"/ronde settings facilitator:{facilitator}")
    await chat.passes(to=at(2026, 11, 9, 14, 1))
    return card(chat)


async def write(chat: Chat, who: Someone, **values: str) -> None:
    """Write the notes of meeting 1, and publish them."""
    await who.types("/meet notes 1")
    await who.fills(**values)
    await who.presses("Publish")


def notes(chat: Chat) -> Shown:
    """The notes under the meeting's card."""
    return chat.channel.find("notes by ")


def due(inbox: list[Shown]) -> list[Shown]:
    """The messages that recall an action."""
    return [message for message in inbox if "You took this on" in message]


def wrong(who: Someone, field: str) -> str:
    """What is wrong with a field: under it, or in the answer where a platform has no such place."""
    form = who.form
    return who.told.text if form is None else form.errors[field]


async def kept(chat: Chat) -> list[tuple[str, str, datetime | None]]:
    """Every action as it is kept: its words, its day, and when it was done."""
    return await chat.app.database.read(
        lambda db: [
            (action.words, action.due_on, action.done_at)
            for action in db.exec(select(Action).order_by(col(Action.id)))
        ]
    )


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


async def test_the_notes_stand_under_the_card(chat: Chat) -> None:
    """A preview repeats what was understood; published, the card says decisions and actions (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    shown = await over(chat)
    await chat.cleo.presses("Write the notes", on=chat.cleo.inbox[-1])
    await chat.cleo.fills(
        summary="We met.\nIt went well.",
        decisions="- Every second Tuesday\n• Online",
        actions=ACTIONS,
        links="The guide https://example.org/guide",
    )
    assert "the budget · Ben · by Friday 13 November 2026" in chat.cleo.told
    assert "1 action has no date" in chat.cleo.told
    assert not [m for m in chat.channel.messages if "Every second Tuesday" in m]
    await chat.cleo.presses("Publish")

    assert notes(chat).reply_to == shown.ref
    assert "We met.\nIt went well." in notes(chat)
    assert "• Every second Tuesday\n• Online" in notes(chat)
    assert "envoyer le support · Zoé · by Friday 13 November 2026" in notes(chat)
    assert "1. The guide" in notes(chat)
    assert "• Every second Tuesday\n• Online" in card(chat)
    assert "• the budget · Ben · by Friday 13 November 2026" in card(chat)
    acts = await chat.app.database.read(
        lambda db: [act.kind for act in db.exec(select(Act)) if act.kind == "notes"]
    )
    assert acts == ["notes"]


async def test_what_was_understood_is_kept_until_it_is_published(chat: Chat) -> None:
    """A preview over midnight: "by tomorrow" still means the day that it showed."""
    await chat.founded(chat.ben, chat.cleo)
    await over(chat)
    await chat.cleo.types("/meet notes 1")
    await chat.cleo.fills(actions="@ben the budget, by tomorrow")
    assert "Tuesday 10 November 2026" in chat.cleo.told
    chat.clock.move(hours=20)
    await chat.cleo.presses("Publish")

    assert "by Tuesday 10 November 2026" in notes(chat)


async def test_what_is_not_understood_comes_back(chat: Chat) -> None:
    """A name or a day that nobody knows: said under the field, and nothing typed is lost (5.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await over(chat)
    await chat.cleo.types("/meet notes 1")
    typed = "@Bem the budget, by friday\nBook a room"
    await chat.cleo.fills(summary="We met.", actions=typed, links="no link")
    assert "I do not know “Bem”" in wrong(chat.cleo, "actions")
    assert "“no link” is not one link" in wrong(chat.cleo, "links")
    if chat.cleo.form is None:
        await chat.cleo.presses("Open the form", on=chat.cleo.told)
    assert chat.cleo.form is not None
    assert chat.cleo.form.values["actions"] == typed
    assert chat.cleo.form.values["summary"] == "We met."
    await chat.cleo.fills(actions="@Ben the budget, by 6 moons", links="https://example.org/a")
    assert "I do not understand “6 moons”" in wrong(chat.cleo, "actions")
    await chat.cleo.fills(actions="@Ben the budget, by friday")
    await chat.cleo.presses("Publish")

    assert "the budget · Ben · by Friday" in notes(chat)


async def test_empty_notes_are_no_notes(chat: Chat) -> None:
    """At least one line, in any of the fields."""
    await chat.founded(chat.cleo)
    await over(chat)
    await chat.cleo.types("/meet notes 1")
    await chat.cleo.fills()

    assert "Write at least one line" in wrong(chat.cleo, "summary")


async def test_notes_are_written_once_it_has_begun(chat: Chat) -> None:
    """Not before the start; and by default those of the meeting that has begun are meant."""
    await chat.founded(chat.ben, chat.cleo)
    await announced(chat)
    await announced(chat, "Later", "2026-11-19 14:00 Europe/Paris")
    await chat.cleo.types("/meet notes 1")
    assert "once the meeting has begun" in chat.cleo.told
    await chat.passes(to=at(2026, 11, 9, 13, 30))
    await chat.cleo.types("/meet notes")
    assert chat.cleo.form is not None
    await chat.cleo.fills(summary="So far, so good.")
    await chat.cleo.presses("Publish")

    assert "Notes: Kick-off" in notes(chat)


async def test_who_may_change_them(chat: Chat) -> None:
    """Who wrote them and who sees to the meeting; others read them (5.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await over(chat)
    await write(chat, chat.ben, summary="By Ben.")
    await chat.dan.types("/meet notes 1")
    assert "By Ben." in chat.dan.told
    assert "Change the notes" not in chat.dan.told.buttons
    await chat.cleo.types("/meet notes 1")
    await chat.cleo.presses("Change the notes", on=chat.cleo.told)
    assert chat.cleo.form is not None
    assert chat.cleo.form.values["summary"] == "By Ben."
    await chat.cleo.fills(summary="By Ben, put right.")
    await chat.cleo.presses("Publish")

    assert "By Ben, put right." in notes(chat)
    assert "notes by Ben" in notes(chat)
    assert len([m for m in chat.channel.messages if "notes by" in m]) == 1


async def test_changing_them_keeps_what_is_done(chat: Chat) -> None:
    """A line put right stays the same action, with its past day; one taken away is gone."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    await chat.ben.types("/ronde")
    await chat.ben.presses("See", on=chat.ben.told)
    await chat.ben.presses("Done", on=chat.ben.told)
    await chat.passes(days=7)
    await chat.cleo.types("/meet notes 1")
    await chat.cleo.presses("Change the notes", on=chat.cleo.told)
    assert chat.cleo.form is not None
    lines = chat.cleo.form.values["actions"].split("\n")
    assert lines[0] == "@Ben the budget, by Friday 13 November 2026"
    await chat.cleo.fills(actions=f"{lines[0].replace('the budget', 'the budgets')}\n{lines[1]}")
    await chat.cleo.presses("Publish")

    found = await kept(chat)
    assert [(words, due_on, done is not None) for words, due_on, done in found] == [
        ("the budgets", "2026-11-13", True),
        ("envoyer le support", "2026-11-13", False),
    ]


async def test_a_link_goes_into_the_library(chat: Chat) -> None:
    """Each link has a button that opens the library's form with it in place (5.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await over(chat)
    await write(chat, chat.cleo, links="https://example.org/a\nThe guide https://example.org/b")
    await chat.ben.presses("Keep link 2 in the library", on=notes(chat))
    assert chat.ben.form is not None
    assert chat.ben.form.values["link"] == "https://example.org/b"
    assert chat.ben.form.values["title"] == "The guide"
    await chat.ben.fills()
    await chat.ben.presses("Publish")

    assert "The guide" in chat.channel.newest


# ── actions ─────────────────────────────────────────────────────────────────────────────────────


async def test_an_action_is_recalled_twice(chat: Chat) -> None:
    """Two days before its day, and on its morning, by one's own clock; with the way out (R9)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    morning = at(2026, 11, 11, 13) if tells_zones(chat) else at(2026, 11, 11, 7)  # 08:00, his
    await chat.passes(to=morning - timedelta(minutes=1))
    assert not due(chat.ben.inbox)
    await chat.passes(minutes=2)
    assert len(due(chat.ben.inbox)) == 1
    assert "by Friday 13 November 2026" in due(chat.ben.inbox)[0]
    assert "No more meeting messages" in chat.ben.inbox[-1].buttons
    await chat.passes(to=at(2026, 11, 13, 13, 1))

    assert len(due(chat.ben.inbox)) == 2
    assert not due(chat.cleo.inbox)
    await chat.passes(days=10)
    assert len(due(chat.ben.inbox)) == 2


async def test_what_is_done_is_recalled_no_more(chat: Chat) -> None:
    """Done in the message: thanked, marked in the notes, and it can be taken back (A7)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    await chat.passes(to=at(2026, 11, 11, 13, 1))
    await chat.ben.presses("Done", on=chat.ben.inbox[-1])
    assert "Done. Thank you." in chat.ben.inbox[-1]
    assert "the budget (done) · Ben" in notes(chat)
    assert "the budget (done) · Ben" in card(chat)
    assert (await kept(chat))[0] == ("the budget", "2026-11-13", chat.clock.now())
    await chat.ben.presses("Still to do after all", on=chat.ben.told)
    assert "the budget · Ben · by" in notes(chat)
    await chat.ben.presses("Not needed any more", on=chat.ben.told)
    assert "the budget (not needed any more)" in notes(chat)
    await chat.passes(days=5)

    assert len(chat.ben.inbox) == 1


async def test_others_do_not_finish_somebody_s_action(chat: Chat) -> None:
    """Whose it is, and who sees to the meeting; what is nobody's any member may finish."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    await chat.dan.presses("Open actions", on=card(chat))
    assert "1. the budget · Ben" in chat.dan.told
    assert [b for b in chat.dan.told.buttons if "is done" in b] == ["3 is done"]
    await chat.dan.presses("3 is done", on=chat.dan.told)
    assert "Book a room" not in chat.dan.told
    await chat.cleo.presses("Open actions", on=card(chat))
    await chat.cleo.presses("1 is not needed", on=chat.cleo.told)

    assert "the budget (not needed any more)" in card(chat)
    assert "Book a room (done)" in card(chat)


async def test_open_actions_are_listed_five_a_page(chat: Chat) -> None:
    """The soonest due first; those without a day last."""
    await chat.founded(chat.cleo)
    await over(chat)
    lines = [f"Task {n}, by 2026-11-{20 - n}" for n in range(6)]
    await write(chat, chat.cleo, actions="\n".join(["Some day", *lines]))
    await chat.cleo.presses("Open actions", on=card(chat))
    assert "1. Task 5" in chat.cleo.told
    assert "5. Task 1" in chat.cleo.told
    assert "Page 1 of 2" in chat.cleo.told
    await chat.cleo.presses("Next", on=chat.cleo.told)

    assert "6. Task 0" in chat.cleo.told
    assert "7. Some day" in chat.cleo.told


async def test_what_is_open_stands_on_the_next_card(chat: Chat) -> None:
    """ "Still open from last time", on the next meeting's card and agenda alone, until it is done."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await announced(chat, "Second", "2026-11-19 14:00 Europe/Paris")
    await announced(chat, "Third", "2026-12-03 14:00 Europe/Paris")
    await write(chat, chat.cleo, actions=ACTIONS)
    assert "Still open from last time\n• the budget · Ben" in card(chat, "Second")
    assert "Still open" not in card(chat, "Third")
    await chat.ben.types("/ronde")
    assert "the budget · Ben · by Friday 13 November 2026" in chat.ben.told
    await chat.ben.presses("See", on=chat.ben.told)
    await chat.ben.presses("Done", on=chat.ben.told)

    assert "the budget" not in card(chat, "Second")
    assert "• envoyer le support · Zoé" in card(chat, "Second")
    await chat.ben.types("/ronde")
    assert "the budget" not in chat.ben.told


async def test_an_owner_who_left_is_followed_by_who_facilitates(chat: Chat) -> None:
    """The action stays, credited; whoever facilitates is asked to see to it (R8)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    await leaving(chat, chat.ben)
    await chat.passes(to=at(2026, 11, 11, 13, 1))

    assert not due(chat.ben.inbox)
    told = next(m for m in chat.cleo.inbox if "the budget" in m)
    assert "nobody carries it now" in told
    await chat.cleo.presses("Done", on=told)
    assert "the budget (done) · Ben" in notes(chat)


async def test_stopping_meeting_messages_stops_them(chat: Chat) -> None:
    """No more meeting messages, for me; the action stays in /ronde (R9)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions=ACTIONS)
    await chat.passes(to=at(2026, 11, 11, 13, 1))
    await chat.ben.presses("No more meeting messages", on=chat.ben.inbox[-1])
    await chat.passes(days=4)
    assert len(chat.ben.inbox) == 1
    await chat.ben.types("/ronde")

    assert "the budget" in chat.ben.told


async def test_a_restart_recalls_nothing_twice(chat: Chat) -> None:
    """Stops over the morning of an action: one message (R3)."""
    await chat.founded(chat.ben, chat.cleo, chat.zoe)
    await over(chat)
    await write(chat, chat.cleo, actions="@zoé le budget, vendredi")
    await chat.passes(to=at(2026, 11, 11, 6, 59))
    for _ in range(3):
        await chat.stop()
        chat.clock.move(minutes=20)
        await chat.start()
        await chat.tick()

    assert len([m for m in chat.zoe.inbox if "le budget" in m]) == 1
