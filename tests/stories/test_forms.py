"""Forms: what is missing is asked for, previewed, published, edited; nothing typed is lost."""

from __future__ import annotations

import pytest

from tests.kit.chat import Channel, Chat, Someone

pytestmark = pytest.mark.everywhere

POLL = '/poll "Lunch?" "Soup" "Pie"'


def wrong(person: Someone) -> str:
    """What is said to be wrong: under the fields, or beside the button that opens them again."""
    errors = person.form.errors if person.form is not None else {}
    return " ".join(errors.values()) or person.told.text


async def test_without_words_the_form_opens(chat: Chat) -> None:
    """`/poll` alone opens its form, with the usual deadline in it and no reproach."""
    await chat.founded()
    await chat.ann.types("/poll")

    assert chat.ann.form is not None
    assert chat.ann.form.errors == {}
    assert chat.ann.form.values["until"].startswith("2026-11-09 18:00")


async def test_missing_words_open_the_form_with_the_rest_in_place(chat: Chat) -> None:
    """A question without choices: the question is there, and the error under the choices."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?"')

    assert chat.ann.form is not None
    assert chat.ann.form.values["question"] == "Lunch?"
    assert chat.ann.form.errors["choices"] == "Please fill this in."
    await chat.ann.fills(choices="Soup\nPie")
    await chat.ann.presses("Publish")
    assert "Lunch?" in chat.channel.newest


async def test_words_that_cannot_be_understood_open_the_form(chat: Chat) -> None:
    """An unreadable date stands under its field, everything else in place."""
    await chat.founded()
    await chat.ann.types(f'{POLL} until:"when pigs fly"')

    assert chat.ann.form is not None
    assert "“when pigs fly”" in chat.ann.form.errors["until"]
    assert chat.ann.form.values["question"] == "Lunch?"
    assert chat.ann.form.values["choices"] == "Soup\nPie"
    assert len(chat.channel.messages) == 1


async def test_options_without_a_field_are_kept_through_the_form(chat: Chat) -> None:
    """`multi:2` is no field of the form; it holds when the rest is corrected."""
    await chat.founded()
    await chat.ann.types(f'{POLL} "Salad" multi:2 until:"when pigs fly"')
    await chat.ann.fills(until="+3d")
    await chat.ann.presses("Publish")

    assert "up to 2 choices" in chat.channel.newest


async def test_a_filled_form_is_previewed(chat: Chat) -> None:
    """The preview is private and without buttons to vote; nothing is published yet."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")

    assert "Only you can see this preview" in chat.ann.told
    assert "Lunch?" in chat.ann.told
    assert chat.ann.told.buttons == ("Publish", "Edit")
    assert len(chat.channel.messages) == 1


async def test_a_preview_is_edited_and_published(chat: Chat) -> None:
    """Edit opens the form with all that was typed; Publish posts what was last sent, once."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    await chat.ann.presses("Edit")
    assert chat.ann.form is not None
    assert chat.ann.form.values["question"] == "Lunch?"
    assert chat.ann.form.values["choices"] == "Soup\nPie"
    await chat.ann.fills(question="Dinner?", choices="Soup\nPie")
    await chat.ann.presses("Publish")

    assert "Dinner?" in chat.channel.newest
    assert len(chat.channel.messages) == 2
    assert "Publish" not in chat.ann.told.buttons


async def test_a_double_click_on_publish_posts_once(chat: Chat) -> None:
    """The press delivered again, and a second press on the old preview, post nothing more."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    await chat.ann.presses("Publish")
    await chat.wire.repeat()
    await chat.settle()

    assert len(chat.channel.messages) == 2


async def test_a_preview_survives_a_restart(chat: Chat) -> None:
    """What was typed is kept as a draft, not in memory."""
    if chat.wire.platform == "playground":
        pytest.skip("the page itself forgets private answers when it is loaded again")
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    preview = chat.ann.told
    await chat.stop()
    await chat.start()
    await chat.ann.presses("Publish", on=preview)

    assert "Lunch?" in chat.channel.newest


async def test_a_draft_is_kept_for_a_day(chat: Chat) -> None:
    """A day later the button says that it is gone, and what to do."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    preview = chat.ann.told
    await chat.passes(hours=23)
    await chat.ann.presses("Edit", on=preview)
    assert chat.ann.form is not None
    assert chat.ann.form.values["question"] == "Lunch?"
    await chat.passes(hours=2)
    await chat.ann.presses("Publish", on=preview)

    assert "drafts are kept for a day" in chat.ann.told
    assert len(chat.channel.messages) == 1


async def test_a_typed_line_acts_at_once(chat: Chat) -> None:
    """A line with all it needs is no form: it is published, and the answer says what."""
    await chat.founded()
    await chat.ann.types(POLL)

    assert chat.ann.form is None
    assert "Lunch?" in chat.channel.newest
    assert "closes Monday 9 November 2026 at" in chat.ann.told


async def test_what_is_too_long_is_given_back_whole(chat: Chat) -> None:
    """A question of 10,000 characters comes back to copy; nothing is cut in silence."""
    await chat.founded()
    long = "why " * 100 + "end?"
    await chat.ann.types(f'/poll "{long}" "Soup" "Pie"')

    assert "At most 300 characters, and this has" in wrong(chat.ann)
    assert long in chat.ann.told
    assert len(chat.channel.messages) == 1
    await chat.ann.presses("Open the form")
    await chat.ann.fills(question="Lunch?")
    await chat.ann.presses("Publish")
    assert "Soup · 0 votes" in chat.channel.newest


# ── the bot is not in the channel ───────────────────────────────────────────────────────────────


async def test_a_line_typed_where_the_bot_is_not_becomes_a_draft(chat: Chat) -> None:
    """The answer says how to invite the bot; then Publish does what was typed."""
    await chat.founded()
    chat.wire.shuts("general")
    await chat.ann.types(POLL)
    assert "Your text is kept." in chat.ann.told
    assert "Publish" in chat.ann.told.buttons
    chat.wire.admits("general")
    await chat.ann.presses("Publish")

    assert "Lunch?" in chat.channel.newest
    assert len(chat.channel.messages) == 2


async def test_publish_pressed_too_early_says_so_again(chat: Chat) -> None:
    """As long as the bot is not there the draft stays, and only one poll comes of it."""
    await chat.founded()
    chat.wire.shuts("general")
    await chat.ann.types(POLL)
    await chat.ann.presses("Publish")
    assert "Your text is kept." in chat.ann.told
    chat.wire.admits("general")
    await chat.ann.presses("Publish")

    assert len([m for m in chat.channel.messages if "Lunch?" in m]) == 1


async def test_what_posts_nothing_works_where_the_bot_is_not(chat: Chat) -> None:
    """A private answer needs no membership."""
    await chat.founded()
    chat.wire.shuts("general")
    await chat.ann.types("/ronde help")

    assert "One example for each thing you can type." in chat.ann.told


# ── in direct messages ──────────────────────────────────────────────────────────────────────────


async def test_a_line_typed_in_direct_messages_is_previewed_with_its_channel(chat: Chat) -> None:
    """Where no channel is named, nothing is published before it is: "This will appear in …"."""
    await chat.founded(chat.zoe)
    before = chat.channel.messages
    await chat.zoe.types("/sondage « Midi ? » « Ici » « Ailleurs »", "direct")
    assert "Ceci paraîtra dans" in chat.zoe.told
    assert "general" in chat.zoe.told.text
    assert chat.zoe.told.buttons == ("Publier", "Modifier")
    assert chat.channel.messages == before
    await chat.zoe.presses("Publier", on=chat.zoe.told)

    assert "Midi" in chat.channel.newest
    assert chat.channel.newest.buttons == ("Ici", "Ailleurs")


async def test_a_form_filled_in_direct_messages_names_the_channel(chat: Chat) -> None:
    """The preview of a form says it as well; in a channel there is no need."""
    await chat.founded()
    await chat.ann.types("/poll", "direct")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    assert "This will appear in" in chat.ann.told
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")

    assert "This will appear in" not in chat.ann.told


# ── several communities, in direct messages ─────────────────────────────────────────────────────


async def two(chat: Chat) -> None:
    """Ann belongs to two communities."""
    await chat.founded()
    await chat.ann.types("/ronde", "second")
    await chat.ann.presses("Found a community here", on=chat.ann.told)
    await chat.ann.fills(name="Designers")


async def test_which_community_is_asked_once_and_what_was_typed_goes_on(chat: Chat) -> None:
    """In direct messages the first line asks which is meant, then goes on; the next one knows."""
    await two(chat)
    await forget(chat)
    await chat.ann.types(POLL, "direct")
    assert "You belong to several communities." in chat.ann.told
    await chat.ann.picks("Designers", on=chat.ann.told)
    await chat.ann.presses("Publish", on=chat.ann.told)
    second = Channel(chat.wire, "second")
    assert "Lunch?" in second.newest
    await chat.ann.types('/poll "Dinner?" "Soup" "Pie"', "direct")
    await chat.ann.presses("Publish", on=chat.ann.told)

    assert "Dinner?" in second.newest
    assert not any("?" in message for message in chat.channel.messages)


async def test_a_form_goes_on_after_the_choice(chat: Chat) -> None:
    """`/poll` alone asks which community, then opens its form."""
    await two(chat)
    await forget(chat)
    await chat.ann.types("/poll", "direct")
    await chat.ann.picks("Trainers", on=chat.ann.told)
    assert chat.ann.form is not None
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    await chat.ann.presses("Publish")

    assert "Lunch?" in chat.channel.newest


async def test_one_can_switch(chat: Chat) -> None:
    """`/ronde` in direct messages offers the other community."""
    await two(chat)
    await forget(chat)
    await chat.ann.types("/ronde", "direct")
    await chat.ann.picks("Designers", on=chat.ann.told)
    assert "Designers · 1 member" in chat.ann.told
    await chat.ann.presses("Another community", on=chat.ann.told)
    await chat.ann.picks("Trainers", on=chat.ann.told)
    await chat.ann.types("/ronde", "direct")

    assert "Trainers · 1 member" in chat.ann.told


async def test_a_channel_knows_its_community(chat: Chat) -> None:
    """In a channel nothing is asked, however many communities one belongs to."""
    await two(chat)
    await forget(chat)
    await chat.ann.types(POLL, "second")

    assert "Lunch?" in Channel(chat.wire, "second").newest


async def forget(chat: Chat) -> None:
    """Nobody has said yet which community they mean in direct messages."""
    await chat.app.database.write(
        lambda work: work.cursor.execute("UPDATE persons SET current_id = NULL")
    )
