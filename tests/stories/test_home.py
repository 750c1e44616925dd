"""`/ronde`: what awaits me, help, and what I chose for myself."""

from __future__ import annotations

import pytest

from bot.features import FEATURES, groups_of
from tests.kit.chat import Chat
from tests.kit.people import introduced

pytestmark = pytest.mark.everywhere


async def test_nothing_awaits_who_is_in(chat: Chat) -> None:
    """An empty home says so in a friendly way, with buttons that lead on."""
    await chat.founded(chat.ben)
    await introduced(chat.ben)
    await chat.ben.types("/ronde")

    assert "Nothing awaits you. Enjoy your day." in chat.ben.told
    assert "Trainers · 2 members" in chat.ben.told
    assert {
        "The ten steps",
        "New poll",
        "Library",
        "Members",
        "My messages",
        "Help",
        "What is kept",
    } == set(chat.ben.told.buttons)


async def test_open_polls_await_until_answered(chat: Chat) -> None:
    """A poll that I have not answered stands there with a button; once I voted it goes."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.types("/ronde")
    assert "Lunch?" in chat.ben.told
    await chat.ben.presses("Answer", on=chat.ben.told)
    await chat.ben.presses("Soup", on=chat.ben.told)
    await chat.ben.types("/ronde")

    assert "Soup · 1 vote" in chat.channel.newest
    assert "Lunch?" not in chat.ben.told


async def test_many_things_are_cut_and_counted(chat: Chat) -> None:
    """Beyond seven, the rest is counted."""
    await chat.founded(chat.ben)
    for number in range(9):
        await chat.ann.types(f'/poll "Question {number}?" "Yes" "No"')
    await chat.ben.types("/ronde")

    assert chat.ben.told.buttons.count("Answer") == 7
    assert "and 3 more" in chat.ben.told  # two of them, and that Ben introduces himself


async def test_a_coordinator_finds_the_settings(chat: Chat) -> None:
    """Who coordinates finds the plan, the settings and who coordinates."""
    await chat.founded()
    await chat.ann.types("/ronde")

    assert {"Go on", "Settings", "Who coordinates"} <= set(chat.ann.told.buttons)


async def test_home_in_direct_messages(chat: Chat) -> None:
    """With one community, direct messages know which is meant."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde", "direct")

    assert "Trainers · 2 members" in chat.ben.told


async def test_help_has_one_example_for_each_command(chat: Chat) -> None:
    """Every command is there once, with what to type, a page after the other."""
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde help")

    groups, _ = groups_of(FEATURES)
    for group in groups:
        if f"/{group.names.en}" not in chat.ben.told:
            await chat.ben.presses("Next", on=chat.ben.told)
        assert f"/{group.names.en}" in chat.ben.told
        for command in group.commands:
            if command is not group.commands[0]:
                assert f"/{group.names.en} {command.names.en}" in chat.ben.told, command.name


async def test_help_speaks_the_readers_language(chat: Chat) -> None:
    """A French reader sees the French names, and English words are understood as well."""
    await chat.founded(chat.ines)
    await chat.ines.types("/ronde help")

    assert "Un exemple pour chaque chose" in chat.ines.told
    assert "/sondage liste" in chat.ines.told


@pytest.mark.parametrize("line", ["/ronde poll", "/ronde sondage", "/sondage", "/poll"])
async def test_every_command_works_after_ronde(chat: Chat, line: str) -> None:
    """`/ronde poll` is `/poll`, in either language."""
    if chat.wire.platform == "discord" and line.startswith("/ronde "):
        pytest.skip("Discord's tree names each command once")
    await chat.founded(chat.ben)
    await chat.ben.types(line)

    assert chat.ben.form is not None
    assert chat.ben.form.title == "New poll"


async def test_an_unknown_word_says_what_can_be_typed(chat: Chat) -> None:
    """`/ronde nonsense` names the words that exist, and changes nothing."""
    if chat.wire.platform == "discord":
        pytest.skip("Discord's tree offers only what exists")
    await chat.founded(chat.ben)
    await chat.ben.types("/ronde nonsense")

    assert "I do not know “nonsense” here." in chat.ben.told
    assert "settings" in chat.ben.told


# ── my messages ─────────────────────────────────────────────────────────────────────────────────


async def mine(chat: Chat) -> None:
    """Ben opens "My messages"."""
    await chat.ben.types("/ronde")
    await chat.ben.presses("My messages", on=chat.ben.told)


async def test_i_choose_my_language(chat: Chat) -> None:
    """The choice wins over what the chat says, at once and everywhere; it can be taken back."""
    await chat.founded(chat.ben)
    await mine(chat)
    assert "I speak English to you, as your chat does." in chat.ben.told
    await chat.ben.presses("Speak French to me", on=chat.ben.told)
    assert "Je vous parle en français, comme vous l’avez choisi." in chat.ben.told
    await chat.ben.types("/ronde")
    assert "Ce qui vous attend" in chat.ben.told
    assert "I'm in" in chat.channel.newest.buttons
    await chat.ben.presses("Mes messages", on=chat.ben.told)
    await chat.ben.presses("La langue de ma messagerie", on=chat.ben.told)

    assert "I speak English to you, as your chat does." in chat.ben.told


async def test_i_choose_quiet_and_end_it(chat: Chat) -> None:
    """Quiet holds back what I did not start; the same place ends it."""
    await chat.founded(chat.ben)
    await mine(chat)
    await chat.ben.presses("Only what I started", on=chat.ben.told)
    assert "only about what you started or said yes to" in chat.ben.told
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:+6d')
    await chat.passes(days=5)
    assert chat.ben.inbox == []
    await mine(chat)
    await chat.ben.presses("Write to me again", on=chat.ben.told)
    assert "once a day and three times a week at most" in chat.ben.told
    await chat.ann.types('/poll "Dinner?" "Soup" "Pie" until:+6d')
    await chat.passes(days=7)

    assert "Dinner?" in chat.ben.inbox[-1]


async def test_a_stranger_has_no_messages_to_choose(chat: Chat) -> None:
    """Who has not joined is offered to, instead."""
    if chat.wire.platform == "playground":
        pytest.skip("nobody presses on what another person sees")
    await chat.founded(chat.ben)
    await mine(chat)
    await chat.cleo.presses("Only what I started", on=chat.ben.told)

    assert "Join the community first: one press is enough." in chat.cleo.told
    assert "I'm in" in chat.cleo.told.buttons
