"""What the digest says: its sections, its links, its twelve lines, and what it keeps to itself."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from storage.people import Place
from storage.posts import Post
from tests.kit.chat import Chat, Someone
from tests.kit.digest import digests, paris, tuned
from tests.kit.meetings import announced

MONDAY = paris(2026, 11, 9, 9)


async def on(chat: Chat, *others: Someone) -> None:
    """A community with its digest turned on."""
    await chat.founded(*others)
    await tuned(chat, "Once a week")


def lines(chat: Chat) -> list[str]:
    """The newest digest's lines under its title, addresses left out."""
    said = digests(chat)[-1].lines
    return [re.sub(r" \(?https?://\S+", "", line) for line in said[1:]]


async def test_every_section_in_its_order(chat: Chat) -> None:
    """To decide, closing, next meeting and roles, library, welcomes, decisions (18.A1)."""
    await on(chat, chat.cleo, chat.dan)
    await chat.ann.types("/ronde settings facilitator:@Cleo")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 18:00 Europe/Paris"')
    await chat.ann.types('/poll "Dinner?" "Rice" "Fish" until:"2026-11-06 18:00 Europe/Paris"')
    await chat.cleo.presses("Fish")
    dates = '"2026-11-24 14:00 Europe/Paris" "2026-11-26 10:00 Europe/Paris"'
    await chat.ann.types(f'/meet propose "Review" {dates}')
    await chat.ann.presses("Publish")
    await announced(chat, "Kick-off", "2026-11-10 14:00 Europe/Paris")
    await announced(chat, "Kick-on", "2026-12-08 14:00 Europe/Paris")
    await chat.ann.types('/share https://example.org/guide "Peer evaluation"')
    await chat.passes(to=MONDAY)

    said = lines(chat)
    assert [line.partition(": ")[0] for line in said] == [
        "To decide",
        "Closing soon",
        "Next meeting",
        "New in the library",
        "Welcome",
        "Decided",
    ]
    assert said[0].startswith("To decide: Review")
    assert said[1].startswith("Closing soon: Lunch? · closes Thu 12 Nov 18:00")
    assert said[2].startswith("Next meeting: Kick-off · Tue 10 Nov 14:00")
    assert "Facilitates: cleo" in said[2].replace("Cleo", "cleo")
    assert "Peer evaluation" in said[3]
    assert [name in said[4].lower() for name in ("ann", "cleo", "dan")] == [False, True, True]
    assert said[5].startswith("Decided: Dinner? · Fish, chosen by 1 of 1 person.")


async def test_everything_leads_there(chat: Chat) -> None:
    """A link to the post where the platform has addresses, else a button that opens it (18.A4)."""
    await on(chat, chat.cleo)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 18:00 Europe/Paris"')
    await chat.ann.types('/share https://example.org/guide "Peer evaluation"')
    board = chat.channel.find("Lunch?")
    await chat.passes(to=MONDAY)

    digest = digests(chat)[-1]
    if chat.wire.platform != "playground":  # there, addresses are not among the words
        assert "https://example.org/guide" in digest.text
    if chat.wire.platform in ("slack", "discord"):
        home = {
            "slack": "https://kit.slack.com/archives/",
            "discord": "https://discord.com/channels/",
        }
        link = await chat.app.database.read(
            lambda db: next(
                chat.app.engine.address_of(place, post.message or "")
                for post in [db.get(Post, n) for n in range(1, 9)]
                if post is not None and post.view == "poll.board:1"
                if (place := db.get(Place, post.place_id)) is not None
            )
        )
        assert link.startswith(home[chat.wire.platform])
        assert link in digest.text
        assert "Lunch?" not in digest.buttons
    else:
        await chat.cleo.presses("Lunch?", on=digest)
        assert "Lunch?" in chat.cleo.told
    assert board.ref != digest.ref


async def test_twelve_lines_at_most(chat: Chat) -> None:
    """Of many things, each section has its turn, and the last line says how many more (18.A1)."""
    await on(chat, chat.cleo)
    for number in range(9):
        await chat.ann.types(
            f'/poll "Open {number}?" "Yes" "No" until:"2026-11-12 18:00 Europe/Paris"'
        )
        await chat.ann.types(
            f'/poll "Over {number}?" "Yes" "No" until:"2026-11-06 18:00 Europe/Paris"'
        )
    for number in range(5):
        await chat.ann.types(f'/share https://example.org/{number} "Guide {number}"')
    await announced(chat, "Kick-off", "2026-11-10 14:00 Europe/Paris")
    await chat.passes(to=MONDAY)

    said = lines(chat)
    assert len(digests(chat)[-1].lines) == 12
    assert [
        sum(line.startswith(head) for line in said) for head in ("Closing", "New", "Decided")
    ] == [
        3,
        3,
        2,
    ]
    assert said[-1] == "and 13 more things: /ronde"
    assert any("Kick-off" in line for line in said)


async def test_an_anonymous_poll_stays_anonymous(chat: Chat) -> None:
    """Its result is told as the channel sees it: too few answers stay hidden, no name (18.A4)."""
    await on(chat, chat.cleo)
    await chat.ann.types(
        '/poll "Trust?" "Yes" "No" anonymous until:"2026-11-06 18:00 Europe/Paris"'
    )
    await chat.cleo.presses("Yes")
    await chat.cleo.presses("Send")
    await chat.passes(to=MONDAY)

    [line] = [line for line in lines(chat) if "Trust?" in line]
    assert "Not enough answers (1/5)" in line
    assert "Cleo" not in line


async def test_decisions_of_notes_are_told(chat: Chat) -> None:
    """What a meeting decided, as its notes say, one line each (18.A1)."""
    await on(chat, chat.cleo)
    await announced(chat, "Kick-off", "2026-11-04 14:00 Europe/Paris")
    await chat.passes(to=paris(2026, 11, 4, 16))
    await chat.ann.types("/meet notes")
    await chat.ann.fills(decisions="We meet monthly\nWe write in French")
    await chat.ann.presses("Publish", on=chat.ann.told)
    await chat.passes(to=MONDAY)

    decided = [line for line in lines(chat) if line.startswith("Decided")]
    assert decided == [
        "Decided: Kick-off · We meet monthly",
        "Decided: Kick-off · We write in French",
    ]


async def test_the_library_tells_what_was_shown_most_used_first(chat: Chat) -> None:
    """Three of the new, by use; what was kept quietly, or is in the bin, stays out (18.A1, 18.A4)."""
    await on(chat, chat.cleo)
    for number in range(4):
        await chat.ann.types(f'/share https://example.org/{number} "Guide {number}"')
    await chat.cleo.presses("I tried it", on=chat.channel.find("Guide 0"))
    await chat.ann.types("/find guide 3")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.cleo.uses("Keep in the library", "A quiet note", "Ann")
    await chat.passes(to=MONDAY)

    found = [line.partition(": ")[2] for line in lines(chat) if line.startswith("New in")]
    assert [line[:7] for line in found] == ["Guide 0", "Guide 2", "Guide 1"]


async def test_what_is_deleted_later_leaves_the_digest(chat: Chat) -> None:
    """The card says what still stands, whenever it is drawn anew; nothing new comes in (18.A1)."""
    await on(chat, chat.cleo)
    await chat.ann.types('/share https://example.org/guide "Peer evaluation"')
    await chat.passes(to=MONDAY)
    assert any("Peer evaluation" in line for line in lines(chat))
    await chat.ann.types("/find peer")
    await chat.ann.presses(chat.ann.told.buttons[0], on=chat.ann.told)
    await chat.ann.presses("Delete", on=chat.ann.told)
    await chat.passes(minutes=5)
    await chat.ann.types('/share https://example.org/other "Something else"')
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("French", on=chat.ann.told)

    said = digests(chat)[-1]
    assert "Le point de la semaine : Trainers".replace("\u00a0", " ") in said.text.replace(
        "\u00a0", " "
    )
    assert "Peer evaluation" not in said
    assert "Something else" not in said
    assert "Cleo" in said or "cleo" in said


async def test_a_digest_in_french(chat: Chat) -> None:
    """A community that speaks French has « le point de la semaine » (18.A1, R12)."""
    await chat.founded(chat.zoe, by=chat.ines)
    await tuned(chat, "Une fois par semaine", who=chat.ines)
    assert "lundi 9 novembre 2026" in chat.ines.told
    await chat.ines.types('/sondage "Midi ?" "Soupe" "Tarte" fin:"2026-11-12 18:00"')
    await chat.passes(to=MONDAY)

    said = digests(chat)[-1].text.replace("\u00a0", " ").replace("\u202f", " ")
    assert said.startswith("Le point de la semaine : Trainers")
    assert "Bientôt clos : Midi ?" in said
    assert "Bienvenue : Zo" in said


# ── private channels ────────────────────────────────────────────────────────────────────────────


async def open_second(chat: Chat) -> None:
    """A second channel of the community."""
    await chat.ann.types("/ronde", place="second")
    await chat.ann.presses("Add this channel to Trainers", on=chat.ann.told)


async def closed(chat: Chat) -> None:
    """A second channel of the community, private, with a poll, a meeting and a resource in it."""
    assert chat.wire.platform == "engine"
    await open_second(chat)

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            from sqlmodel import select

            place = db.exec(select(Place).where(Place.ref == "second")).one()
            place.private = True
            db.add(place)

    await chat.app.database.write(write)
    await chat.ann.types(
        '/poll "Secret?" "Yes" "No" until:"2026-11-12 18:00 Europe/Paris"', place="second"
    )
    await chat.ann.types(
        '/poll "Past secret?" "Yes" "No" until:"2026-11-06 18:00 Europe/Paris"', place="second"
    )
    await chat.ann.types('/share https://example.org/secret "Secret guide"', place="second")


async def test_what_belongs_to_a_private_channel_stays_there(chat: Chat) -> None:
    """Neither its polls, nor their results, nor its resources are told in another one (18.A4)."""
    if chat.wire.platform != "engine":
        pytest.skip("the other wires have one channel that everybody reads")
    await on(chat, chat.cleo)
    await closed(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 18:00 Europe/Paris"')
    await chat.passes(to=MONDAY)

    digest = digests(chat)[-1]
    assert "Lunch?" in digest
    assert "secret" not in digest.text.lower()
    assert not [label for label in digest.buttons if "secret" in label.lower()]


async def test_a_private_main_channel_tells_its_own(chat: Chat) -> None:
    """Where the digest stands is where its things belong: they are told there (18.A4)."""
    if chat.wire.platform != "engine":
        pytest.skip("the other wires have one channel that everybody reads")
    await on(chat, chat.cleo)

    def write(work: object) -> None:
        with work.session() as db:  # type: ignore[attr-defined]  # a storage.database.Work
            place = db.get(Place, 1)
            assert place is not None
            place.private = True
            db.add(place)

    await chat.app.database.write(write)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"2026-11-12 18:00 Europe/Paris"')
    await chat.passes(to=MONDAY)

    assert "Lunch?" in digests(chat)[-1]


async def test_a_channel_that_closes_is_known_to_be_closed(chat: Chat) -> None:
    """Made private later, a channel's things stay there from the next press in it on (18.A4)."""
    if chat.wire.platform != "engine":
        pytest.skip("only the engine's wire makes a channel private in the middle of a story")
    from bot.request import AccountRef, PlaceRef, Request
    from tests.kit.engine import WORKSPACE

    await on(chat, chat.cleo)
    await open_second(chat)
    await chat.ann.types(
        '/poll "Secret?" "Yes" "No" until:"2026-11-12 18:00 Europe/Paris"', place="second"
    )
    await chat.app.engine.handle(
        Request(
            "closed-now",
            "home.show:1",
            AccountRef("engine", WORKSPACE, "ann", "Ann", "en-GB", "Europe/Paris"),
            PlaceRef("engine", WORKSPACE, "second", "second", private=True),
        )
    )
    await chat.ann.types("/ronde", place="second")
    await chat.passes(to=MONDAY + timedelta(minutes=1))

    assert "Secret?" not in digests(chat)[-1].text
