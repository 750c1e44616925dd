"""The sample community of the playground."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from adapters.playground.people import PEOPLE, QUIET
from adapters.playground.sample import NAME
from bot.play import Playground
from bot.settings import Settings
from tests.kit.chat import PERSONAS
from tests.kit.playground import Seat
from tests.wire.playground_desk import Sample, sit, texts

ANN = PERSONAS["ann"]


def said(seat: Seat) -> str:
    """What stands on the newest private answer, its pieces put together."""
    return "".join(re.findall(r'"s": "([^"]*)"', texts(list(seat.private.values())[-1]["body"])))


# ── the sample community ────────────────────────────────────────────────────────────────────────


async def test_the_sample_is_founded_once_through_requests(sample: Sample) -> None:
    """Eleven members, two channels in two languages, an empty one; a second start changes nothing."""
    accueil = [texts(m.body) for m in sample.adapter.room.in_place("accueil") if not m.author]
    welcome = [texts(m.body) for m in sample.adapter.room.in_place("welcome") if not m.author]
    assert NAME in accueil[0] and "11 membres" in accueil[0]
    assert NAME in welcome[0] and "11 members" in welcome[0]
    assert sample.adapter.room.in_place("atelier") == []
    count = len(sample.adapter.room.messages)
    await sample.stop()

    assert not await sample.start()
    assert len(sample.adapter.room.messages) == count


async def test_nine_answer_two_stay_silent_and_only_they_are_reminded(sample: Sample) -> None:
    """The two minutes of the tour, without a browser, in English."""
    async with aiohttp.ClientSession() as session:
        ines = await sit(session, sample.adapter.address, "ines", "en")
        await ines.ask(
            do="press",
            place="welcome",
            route="form.open:poll.new",
            values={"question": "What next?", "choices": "A\nB\nC", "until": "2026-11-09 18:00"},
            message="",
        )
        assert ines.form is not None
        form = ines.form["form"]
        assert form["title"][0]["s"] == "New poll"
        values = {field["name"]: field["value"] for field in form["fields"]}
        assert values["question"] == "What next?"
        await ines.ask(do="press", place="welcome", route=form["route"], values=values, message="")
        preview = next(iter(ines.private.values()))
        publish = next(
            b["route"]
            for block in preview["body"]["blocks"]
            if block["is"] == "buttons"
            for b in block["buttons"]
            if b["emphasis"] == "primary"
        )
        await ines.ask(do="press", place="welcome", route=publish, message=preview["ref"])
        await sample.app.settle()
        await ines.ask(do="colleagues", place="welcome")
        await sample.app.settle()
        await ines.ask(do="ping")

        board = sample.adapter.room.in_place("welcome")[-1]
        assert "9 of 11 members" in texts(board.body)
        answered = next(one for one in ines.heard if one["is"] == "answered")
        assert answered["count"] == 9
        silent = {p.ref for p in PEOPLE if (p.ref, board.ref) not in sample.adapter.room.pressed}
        assert silent == set(QUIET)

        for _ in range(10):
            await ines.ask(do="forward")
            if board.body != sample.adapter.room.messages[board.ref].body:
                break
            if "closed" in texts(sample.adapter.room.messages[board.ref].body):
                break
        told = {person.ref for person in PEOPLE if sample.adapter.room.in_place(f"@{person.ref}")}
        assert told == set(QUIET)
        reply = sample.adapter.room.in_place("welcome")[-1]
        assert reply.reply_to == board.ref and "Result" in texts(reply.body)
        await ines.leave()


async def test_colleagues_leave_alone_what_they_have_answered(sample: Sample) -> None:
    """Pressing twice adds no vote, and a question nobody can answer is left alone."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "en")
        await seat.ask(do="colleagues", place="atelier")
        assert [one["count"] for one in seat.heard if one["is"] == "answered"] == [0]
        await seat.ask(do="say", place="welcome", line='/poll "What next?" "A" "B"')
        await sample.app.settle()
        await seat.ask(do="colleagues", place="welcome")
        await seat.ask(do="colleagues", place="welcome")
        counts = [one["count"] for one in seat.heard if one["is"] == "answered"]
        assert counts == [0, 9, 0]
        await seat.leave()


async def test_colleagues_answer_anonymous_polls_to_the_end(sample: Sample) -> None:
    """They follow the review that an anonymous ballot asks for, and the list of several choices."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "en")
        for line, closing in (
            ('/poll "One?" "A" "B" anonymous', "1"),
            ('/poll "Several?" "A" "B" "C" anonymous multi:2', "2"),
        ):
            await seat.ask(do="say", place="welcome", line=line)
            await sample.app.settle()
            await seat.ask(do="colleagues", place="welcome")
            await seat.ask(do="say", place="welcome", line=f"/poll close {closing}")
            await sample.app.settle()
            result = sample.adapter.room.in_place("welcome")[-1]
            assert "9 voted" in texts(result.body), line
        await seat.leave()


async def test_three_people_join_a_community_that_starts_from_nothing(sample: Sample) -> None:
    """The empty channel: found, let three join, and ask them."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "fr")
        await seat.ask(
            do="press", place="atelier", route="form.open:ronde.found", values={}, message=""
        )
        assert seat.form is not None
        form = seat.form["form"]
        values = {field["name"]: field["value"] for field in form["fields"]}
        await seat.ask(do="press", place="atelier", route=form["route"], values=values, message="")
        await sample.app.settle()
        await seat.ask(do="colleagues", place="atelier", most=3)
        await sample.app.settle()
        invitation = sample.adapter.room.in_place("atelier")[0]
        assert "4 membres" in texts(invitation.body)
        await seat.ask(do="say", place="atelier", line='/sondage "Quoi ?" "Ceci" "Cela"')
        await sample.app.settle()
        await seat.ask(do="colleagues", place="atelier")
        await sample.app.settle()
        board = sample.adapter.room.in_place("atelier")[-1]
        assert "3 personnes ont voté" in texts(board.body)
        await seat.leave()


async def test_the_clock_moves_for_every_page(sample: Sample) -> None:
    """Going to the next event tells all pages the new time."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "en")
        other = await sit(session, sample.adapter.address, "ann", "en")
        await seat.ask(do="say", place="welcome", line='/poll "What next?" "A" "B"')
        await seat.ask(do="forward")
        await other.ask(do="ping")

        told = [one["now"] for one in other.heard if one["is"] == "clock"]
        assert told[-1] == sample.clock.now().isoformat()
        await seat.leave()
        await other.leave()


async def test_a_newcomer_sees_every_state_of_the_path(sample: Sample) -> None:
    """Half-way along: done, attention, in progress, not started; all unread and due is long ago (10.A1)."""
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "en")
        await seat.ask(do="say", place="welcome", line="/journey")
        path = said(seat)
        for line in (
            "1. Objectives · ✓ done",
            "2. Key members · ✓ done",
            "3. First exchanges, why and how · ◐ in progress",
            "4. Roles that turn · ✓ done",
            "5. Charter · ▲ needs attention",
            "6. Calendar of meetings · ◐ in progress",
            "8. Engagement · ○ not started",
            "10. Adapting · ○ not started",
        ):
            assert line in path, line
        assert "Active members who signed it: 36%" in path

        await seat.ask(do="say", place="welcome", line="/people who mediation")
        assert "Léa" in said(seat)
        await seat.ask(do="say", place="welcome", line="/decide list")
        listed = said(seat)
        assert listed.count("D-2026-001") == listed.count("D-2026-002") == 1
        await seat.ask(do="say", place="welcome", line="/charter")
        assert "London time). 3 " in said(seat) or "Paris time). 3 " in said(seat)
        await seat.ask(do="say", place="welcome", line="/impact")
        assert "A charter that a decision adopts" in said(seat)
        assert "100% (n = 40)" in said(seat)
        await seat.leave()
    assert not [p.ref for p in PEOPLE if sample.adapter.room.in_place(f"@{p.ref}")]
    coming = await sample.app.clockwork.next_event_at()
    assert coming is not None and coming > sample.clock.now() + timedelta(days=15)


async def test_ronde_play_opens_on_a_file_of_its_own(tmp_path: Path) -> None:
    """What `ronde play` runs: the sample is there, nothing is unread, and it stops cleanly."""
    playground = Playground(Settings(playground_port=0), tmp_path / "play.db", empty=False)
    address = await playground.begin()
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, address, "ann", "en")
        assert seat.state["unread"] == {} and seat.state["moves"] is True
        assert len(seat.state["people"]) == 11
        await seat.leave()
    await playground.end()

    assert {"play.db", "play.db.messages"} <= {file.name for file in tmp_path.iterdir()}


async def test_a_new_database_forgets_the_messages_of_the_old_one(tmp_path: Path) -> None:
    """Deleting the database begins anew: no card of another history stands in the way."""
    file = tmp_path / "play.db"
    kept: set[int] = set()
    for _ in range(2):
        playground = Playground(Settings(playground_port=0), file, empty=False)
        await playground.begin()
        assert len(playground.adapter.room.in_place("atelier")) == 0
        kept.add(len(playground.adapter.room.in_place("welcome")))
        playground.adapter.room.add("atelier", "ann", {"said": "old"})
        await playground.end()
        for old in tmp_path.glob("play.db*"):
            if not old.name.startswith("play.db.messages"):
                old.unlink()
    assert len(kept) == 1


async def test_an_empty_playground_begins_with_nothing(tmp_path: Path) -> None:
    """`ronde play --empty`: people, nothing else, nothing to come; once founded, ten lines (10.A4)."""
    playground = Playground(Settings(playground_port=0), tmp_path / "play.db", empty=True)
    address = await playground.begin()
    assert playground.adapter.room.messages == {}
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, address, "ines", "en")
        await seat.ask(do="forward")
        assert any(one["is"] == "nothing-to-come" for one in seat.heard)
        await seat.ask(do="say", place="welcome", line="/journey")
        assert "There is no community" in said(seat)
        found = "form.open:ronde.found"
        await seat.ask(do="press", place="welcome", route=found, values={}, message="")
        assert seat.form is not None
        form = seat.form["form"]
        values = {field["name"]: field["value"] for field in form["fields"]}
        await seat.ask(do="press", place="welcome", route=form["route"], values=values, message="")
        await seat.ask(do="say", place="welcome", line="/journey")
        path = said(seat)
        states = re.findall(r"(10|\d)\. [^·]{5,40} · . (?:not started|in progress)", path)
        assert [int(number) for number in states] == list(range(1, 11)), path
        await seat.leave()
    await playground.end()


@pytest.mark.parametrize("day", range(7))
async def test_two_events_lead_from_a_poll_to_its_result_on_any_day(
    tmp_path: Path, day: int
) -> None:
    """Whatever the day and the zones: the two silent people are reminded, then the poll closes."""
    start = datetime(2026, 11, 2, 22, 30, tzinfo=UTC) + timedelta(days=day)
    playground = Playground(Settings(playground_port=0), tmp_path / "play.db", empty=False)
    playground._clock.offset = start - datetime.now(UTC)
    playground.adapter._colleagues_take = 0.0
    address = await playground.begin()
    room = playground.adapter.room
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, address, "ines", "fr")
        await seat.ask(do="say", place="accueil", line='/sondage "Quoi ?" "Ceci" "Cela"')
        await playground.app.settle()
        board = room.in_place("accueil")[-1]
        await seat.ask(do="colleagues", place="accueil")
        await playground.app.settle()

        await seat.ask(do="forward")
        assert {p.ref for p in PEOPLE if room.in_place(f"@{p.ref}")} == set(QUIET)
        assert room.in_place("accueil")[-1].ref == board.ref
        await asyncio.gather(seat.ask(do="forward"), seat.ask(do="forward"))
        assert room.in_place("accueil")[-1].reply_to == board.ref
        assert not any(one["is"] == "nothing-to-come" for one in seat.heard)
        await seat.leave()
    await playground.end()
