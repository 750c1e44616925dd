"""Who may do what: every kind of person tries everything, and only what is theirs is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.command import Rank
from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

REFUSALS = (
    "Join the community first",
    "Only the facilitator or a coordinator can do this.",
    "Only a coordinator can do this.",
    "Only an administrator can do this.",
    "Only the author of this poll, the facilitator or a coordinator can do this.",
)

PEOPLE = {
    "eve": Rank.ANYONE,
    "ben": Rank.MEMBER,
    "cleo": Rank.FACILITATOR,
    "dan": Rank.COORDINATOR,
    "ann": Rank.ADMIN,
}

Act = Callable[[Chat, Someone], Awaitable[None]]


def typing(line: str) -> Act:
    """Type a line; `{poll}` is the number of a poll that Ann has just started."""

    async def act(chat: Chat, who: Someone) -> None:
        if "{poll}" in line:
            await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
        number = chat.ann.told.text.rpartition("poll ")[2] if "{poll}" in line else ""
        await who.types(line.replace("{poll}", number))

    return act


def pressing(label: str, *way: str) -> Act:
    """Press a button on a private card of Ann's, which she reaches through `/ronde` and `way`."""

    async def act(chat: Chat, who: Someone) -> None:
        card = await borrowed(chat, *way)
        await who.presses(label, on=card)

    return act


async def borrowed(chat: Chat, *way: str) -> Shown:
    """A private card of Ann's: its buttons, pressed by others, are forged presses."""
    await chat.ann.types("/ronde")
    for label in way:
        await chat.ann.presses(label, on=chat.ann.told)
    return chat.ann.told


def lends(chat: Chat) -> bool:
    """Whether one can press on what was shown to somebody else: on the page nobody can."""
    return chat.wire.platform != "playground"


async def voting(chat: Chat, who: Someone) -> None:
    """Vote in a poll of Ann's."""
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await who.presses("Soup", on=chat.channel.newest)


async def pressing_merge(chat: Chat, who: Someone) -> None:
    """Open the form that merges two tags of the library."""
    await chat.ann.types("/share https://example.org/tags A guide #one #two")
    await chat.ann.types("/share list")
    await chat.ann.presses("Tags", on=chat.ann.told)
    await who.presses("Merge two tags", on=chat.ann.told)


PLAN = "Go on"

ACTIONS: dict[str, tuple[Rank, Act]] = {
    "ask the first question": (Rank.MEMBER, pressing("Ask the question", PLAN)),
    "home": (Rank.ANYONE, typing("/ronde")),
    "help": (Rank.ANYONE, typing("/ronde help")),
    "data": (Rank.ANYONE, typing("/ronde data")),
    "vote": (Rank.ANYONE, voting),
    "start a poll": (Rank.MEMBER, typing('/poll "Lunch?" "Soup" "Pie"')),
    "open the form of a poll": (Rank.MEMBER, typing("/poll")),
    "list polls": (Rank.MEMBER, typing("/poll list")),
    "show a poll": (Rank.MEMBER, typing("/poll show {poll}")),
    "share a resource": (Rank.MEMBER, typing("/share https://example.org/guide A guide")),
    "open the form of a resource": (Rank.MEMBER, typing("/share")),
    "look through the library": (Rank.MEMBER, typing("/share list")),
    "find a resource": (Rank.MEMBER, typing("/find guide")),
    "merge tags": (Rank.FACILITATOR, pressing_merge),
    "choose my messages": (Rank.MEMBER, pressing("My messages")),
    "close another's poll": (Rank.FACILITATOR, typing("/poll close {poll}")),
    "cancel another's poll": (Rank.FACILITATOR, typing("/poll cancel {poll}")),
    "move another's deadline": (Rank.FACILITATOR, typing("/poll extend {poll} until:+3d")),
    "see who is missing": (Rank.FACILITATOR, typing("/poll missing {poll}")),
    "read the settings": (Rank.COORDINATOR, typing("/ronde settings")),
    "change the settings": (Rank.COORDINATOR, typing("/ronde settings hours:9h-17h")),
    "read the invitation": (Rank.MEMBER, pressing("Invite people")),
    "open the settings by a button": (Rank.COORDINATOR, pressing("Settings")),
    "see the plan": (Rank.COORDINATOR, pressing(PLAN)),
    "see as a member": (Rank.COORDINATOR, pressing("See as a member", PLAN)),
    "post the invitation": (
        Rank.COORDINATOR,
        pressing("Post the card here again", "Invite people"),
    ),
    "add people": (Rank.COORDINATOR, pressing("Add people", "Invite people")),
    "say who coordinates": (Rank.COORDINATOR, pressing("Who coordinates")),
}


async def ranked(chat: Chat) -> None:
    """One person of each rank."""
    await chat.founded(chat.ben, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ann.types("/ronde")
    await chat.ann.presses("Who coordinates", on=chat.ann.told)
    await chat.ann.fills(coordinators="@Dan")


@pytest.mark.parametrize("name", PEOPLE)
async def test_each_does_what_is_theirs_and_nothing_else(chat: Chat, name: str) -> None:
    """Each rank may all that those below it may; the refusal says who could."""
    await ranked(chat)
    who: Someone = getattr(chat, name)
    wrong: list[str] = []
    for action, (least, act) in ACTIONS.items():
        if act.__qualname__.startswith("pressing") and not lends(chat):
            continue
        before = len(who.answers)
        await act(chat, who)
        fresh = who.answers[before:] if who is not chat.ann else who.answers[-1:]
        refused = any(words in shown for shown in fresh for words in REFUSALS)
        if refused is (PEOPLE[name] >= least):
            wrong.append(f"{action}: {'refused' if refused else 'done'}")

    assert not wrong


async def test_what_is_refused_changes_nothing(chat: Chat) -> None:
    """A stranger's and a member's attempts leave the channel as it was."""
    await ranked(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    before = chat.channel.messages
    for who in (chat.eve, chat.ben):
        for line in ("/poll close 1", "/poll cancel 1", "/poll extend 1 until:+3d"):
            await who.types(line)

    assert chat.channel.messages == before


async def test_a_button_that_does_not_exist_is_refused(chat: Chat) -> None:
    """A forged or outdated address says that this is not there, without a fault."""
    if chat.wire.platform != "engine":
        pytest.skip("platforms let nobody forge a press")
    await chat.founded()
    for route in ("community.plan:99", "community.plan:x", "nobody.home:1", "form.again:99", "x"):
        await chat.wire.asks(chat.ben.persona, "general", route, {})  # type: ignore[attr-defined]
        assert "went wrong" not in chat.ben.told
        assert "no longer" in chat.ben.told


async def test_somebody_elses_draft_is_not_handed_out(chat: Chat) -> None:
    """What one person typed is theirs: another who presses its button gets nothing."""
    if not lends(chat):
        pytest.skip("nobody presses on what another person sees")
    await chat.founded(chat.ben)
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Secret plans?", choices="Yes\nNo")
    await chat.ben.presses("Edit", on=chat.ann.told)

    assert "Secret plans?" not in chat.ben.told
    assert "This draft is no longer there" in chat.ben.told
