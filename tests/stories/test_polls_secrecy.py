"""Anonymous ballots: what is promised is what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.kit.chat import Chat, Someone
from tests.stories.test_polls_results import exported

Row = tuple[object, ...]


def dump(path: Path) -> dict[str, list[Row]]:
    """Every table of the database file, row by row."""
    with sqlite3.connect(path) as db:
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        return {name: db.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def columns(path: Path, table: str) -> list[str]:
    """The columns of a table."""
    with sqlite3.connect(path) as db:
        return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]


def secret_ballots(path: Path) -> list[tuple[str, int, str]]:
    """Every anonymous ballot as it lies in the file: its number, poll and choices."""
    with sqlite3.connect(path) as db:
        return db.execute("SELECT id, poll_id, choices FROM secret_ballots").fetchall()


async def secretly(chat: Chat, option: str, voters: Sequence[Someone]) -> None:
    """Each chooses an option of the anonymous poll on show, and sends it."""
    poll = chat.channel.newest
    for someone in voters:
        await someone.presses(option, on=poll)
        await someone.presses("Send")


async def test_an_anonymous_poll_says_what_is_kept(chat: Chat) -> None:
    """The card says in a sentence what links a person to a choice, and what could (1.A6)."""
    await chat.founded()
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')

    poll = chat.channel.newest
    assert "Nothing we keep links you to your choice." in poll
    assert "Slack or Discord, and whoever controls the server while you press" in poll


async def test_an_anonymous_vote_is_reviewed_before_it_is_sent(chat: Chat) -> None:
    """A press opens a private review; only Send votes, once and for good (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await chat.ben.presses("Yes")
    assert "Send Yes? It cannot be changed." in chat.ben.told
    assert "0 voted" in chat.channel.newest

    await chat.ben.presses("No", on=chat.channel.newest)  # still free to change
    await chat.ben.presses("Send", on=chat.ben.told)
    assert "Your vote is in" in chat.ben.told
    assert "1 voted" in chat.channel.newest
    await chat.ben.presses("Yes", on=chat.channel.newest)
    assert "already voted" in chat.ben.told
    assert "1 voted" in chat.channel.newest


async def test_a_review_left_open_does_not_vote_twice(chat: Chat) -> None:
    """Two reviews side by side send one ballot (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await chat.ben.presses("Yes", on=chat.channel.newest)
    first = chat.ben.told
    await chat.ben.presses("No", on=chat.channel.newest)
    await chat.ben.presses("Send", on=chat.ben.told)
    await chat.ben.presses("Send", on=first)

    assert "already voted" in chat.ben.told
    assert "1 voted" in chat.channel.newest


async def test_several_anonymous_choices_go_through_one_vote_button(chat: Chat) -> None:
    """With several choices one Vote button opens the ballot, and the review names them all (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" "Later" anonymous multi:2')
    assert chat.channel.newest.buttons == ("Vote",)
    await chat.ben.presses("Vote")
    await chat.ben.picks("Yes", "Later")
    assert "Send Yes and Later?" in chat.ben.told
    await chat.ben.presses("Send")
    assert "1 voted" in chat.channel.newest
    await chat.ben.presses("Vote", on=chat.channel.newest)
    assert "already voted" in chat.ben.told


@pytest.mark.parametrize("results", ["live", "after-vote"])
async def test_anonymous_results_come_at_the_end_only(chat: Chat, results: str) -> None:
    """Live results typed with `anonymous` open the form with an error under the field (1.A6)."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types(f'/poll "Leave?" "Yes" "No" anonymous results:{results}')

    form = chat.ann.form
    assert form is not None
    assert "at the end only" in form.errors["results"]
    assert len(chat.channel.messages) == before
    await chat.ann.fills(results="at-close")
    await chat.ann.presses("Publish")
    assert "Nothing we keep links you to your choice." in chat.channel.newest


async def test_an_anonymous_word_is_seen_in_the_form(chat: Chat) -> None:
    """The form that opens after `anonymous` says so in its field for names (1.A6)."""
    await chat.founded()
    await chat.ann.types('/poll "Leave?" "Yes" anonymous')

    assert chat.ann.form is not None
    assert chat.ann.form.values["names"] == "anonymous"


async def test_an_anonymous_result_appears_from_five_answers(chat: Chat) -> None:
    """Five ballots: totals at the closing, and none before (1.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ann, chat.ben, chat.cleo])
    await secretly(chat, "No", [chat.dan, chat.eve])
    poll = chat.channel.newest
    assert "Yes ·" not in poll
    assert "5 voted" in poll

    await chat.passes(days=8)
    poll = chat.channel.find("Nothing we keep")
    assert "Yes, chosen by 3 of 5 people" in poll
    assert "Yes · 3 votes" in poll
    assert "No · 2 votes" in poll


async def test_four_anonymous_answers_stay_masked(chat: Chat) -> None:
    """Under five ballots: no totals, no winner, no tie, not even in a file (1.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ann, chat.ben])
    await secretly(chat, "No", [chat.cleo, chat.dan])
    await chat.passes(days=8)

    poll = chat.channel.find("Nothing we keep")
    result = chat.channel.replies(poll)[-1]
    for seen in (poll, result):
        assert "Not enough answers (4/5)" in seen
        assert "Tie" not in seen
        assert "vote" not in seen.text.replace("voted", "")
    assert not poll.buttons
    await chat.ann.types("/poll show 1")
    assert "Not enough answers (4/5)" in chat.ann.told
    assert "Yes ·" not in chat.ann.told
    await chat.ann.types("/poll export 1")
    assert not chat.ann.told.files
    assert "Not enough answers (4/5)" in chat.ann.told


async def test_an_anonymous_file_has_no_part_by_person(chat: Chat) -> None:
    """The export of an anonymous poll holds totals and no name (1.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ann, chat.ben, chat.cleo, chat.dan, chat.eve])
    await chat.passes(days=8)
    for kind in ("csv", "json"):
        await chat.ann.types(f"/poll export 1 format:{kind}")
        content = exported(chat.ann)
        assert "Yes" in content
        assert not [name for name in ("Ann", "Ben", "Cleo", "Dan", "Eve") if name in content]


async def test_the_file_links_no_voter_to_a_choice(chat: Chat) -> None:
    """In the whole database no row holds both a person and a choice, a time or an order (1.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    before = dump(chat.path)
    await chat.ben.presses("Yes")
    await chat.ben.presses("No", on=chat.channel.newest)
    await chat.ben.presses("Send", on=chat.ben.told)
    after = dump(chat.path)

    assert columns(chat.path, "electors") == ["poll_id", "person_id", "voted"]
    assert sorted(columns(chat.path, "secret_ballots")) == ["choices", "id", "poll_id"]
    assert after["electors"] == [(1, 2, 1)]
    ballots = secret_ballots(chat.path)
    assert [(poll, choices) for _, poll, choices in ballots] == [(1, "1")]
    assert len(ballots[0][0]) == 32
    with sqlite3.connect(chat.path) as db:
        for table in ("electors", "secret_ballots"):
            with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
                db.execute(f"SELECT rowid FROM {table}")
    grown = {name for name in after if len(after[name]) > len(before[name])}
    assert grown == {"electors", "secret_ballots", "requests"}
    assert columns(chat.path, "requests") == ["id", "at"]
    assert not after["ballots"]
    assert not after["drafts"]
    new = {row for name in after for row in after[name] if row not in before[name]}
    told = [row for row in new if "1" in row or any("poll.send" in str(v) for v in row)]
    assert told == after["secret_ballots"]


async def test_ballots_lie_in_no_telling_order(chat: Chat) -> None:
    """The ballots are kept by random numbers: reading them all tells nothing of who came first (1.A6)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ann, chat.ben, chat.cleo, chat.dan, chat.eve])

    found = [number for number, _, _ in secret_ballots(chat.path)]
    assert found == sorted(found)
    assert len(set(found)) == 5


async def test_acts_of_an_anonymous_poll_are_noted_at_its_end(chat: Chat) -> None:
    """That people took part is written at the closing, all dated the same instant (1.A6)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous until:+3d')
    await secretly(chat, "Yes", [chat.ann, chat.ben])
    await chat.passes(days=1)
    await secretly(chat, "No", [chat.cleo])
    assert not [row for row in dump(chat.path)["acts"] if "vote" in row]

    await chat.passes(days=3)
    with sqlite3.connect(chat.path) as db:
        noted = db.execute("SELECT person_id, at FROM acts WHERE kind = 'vote'").fetchall()
        closes = db.execute("SELECT closes_at FROM polls").fetchone()[0]
    assert len(noted) == 3
    assert {at for _, at in noted} == {closes}


@pytest.mark.parametrize("how", ["by hand", "by the clock"])
async def test_the_log_is_emptied_when_an_anonymous_poll_closes(chat: Chat, how: str) -> None:
    """The write-ahead log, which tells who wrote when, holds no ballot after the closing (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ben])
    log = chat.path.with_name(f"{chat.path.name}-wal")
    number = secret_ballots(chat.path)[0][0].encode()
    assert number in log.read_bytes()
    if how == "by hand":
        await chat.ann.types("/poll close 1")
    else:
        await chat.passes(days=8)

    assert number not in log.read_bytes()
    assert secret_ballots(chat.path)[0][0].encode() == number


async def test_the_second_round_of_an_anonymous_poll_is_anonymous(chat: Chat) -> None:
    """After a tie, the second round keeps the promise of the first (1.A7)."""
    await chat.founded(chat.ben, chat.cleo, chat.dan, chat.eve, chat.zoe)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ann, chat.ben, chat.cleo])
    await secretly(chat, "No", [chat.dan, chat.eve])
    poll = chat.channel.newest
    await chat.zoe.presses("No", on=poll)
    await chat.zoe.presses("Envoyer")
    await chat.passes(days=8)
    await chat.ann.presses("Second round")

    second = chat.channel.newest
    assert second.buttons == ("Yes", "No")
    assert "Nothing we keep links you to your choice." in second
    await chat.ben.presses("Yes")
    assert "Send Yes? It cannot be changed." in chat.ben.told


async def test_who_added_an_option_stays_unknown_in_an_anonymous_poll(chat: Chat) -> None:
    """The author of an added option is neither shown nor kept where ballots are anonymous (1.A6)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous add-options')
    await chat.ben.presses("Add an option")
    await chat.ben.fills(option="Perhaps")
    assert "Perhaps" in chat.channel.newest
    assert "Ben" not in chat.channel.newest

    with sqlite3.connect(chat.path) as db:
        kept = db.execute("SELECT author_id FROM poll_options WHERE words = 'Perhaps'").fetchone()
    assert kept == (None,)


async def test_missing_counts_in_an_anonymous_poll(chat: Chat) -> None:
    """Who has not answered an anonymous poll is counted, never named (1.A15)."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await secretly(chat, "Yes", [chat.ben])
    await chat.ann.types("/poll missing 1")

    assert "2 people have not answered yet" in chat.ann.told
    assert "Cleo" not in chat.ann.told


async def test_an_anonymous_poll_is_not_reopened(chat: Chat) -> None:
    """Its result is known: there is no button, and no way (2.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Leave?" "Yes" "No" anonymous')
    await chat.ann.types("/poll close 1")
    await chat.ann.types("/poll show 1")

    assert "Reopen" not in chat.ann.told.buttons
