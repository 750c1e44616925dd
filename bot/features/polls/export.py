"""A poll's result as a file: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import json

from bot.card import Card, File, Outcome, Reply
from bot.context import Context
from bot.errors import Refusal
from bot.features.polls import access as permits
from bot.features.polls import records, roll, routes, rules
from bot.features.polls.records import Poll
from bot.spreadsheet import sheet
from bot.text import text
from storage.people import Person


def export_press(ctx: Context, press: routes.Export) -> Outcome:
    """The button."""
    return export(ctx, permits.get(ctx, press.poll), press.kind)


def export(ctx: Context, poll: Poll, kind: str) -> Outcome:
    """The file, privately. Ballots by name only where the poll shows names.

    Raises a Refusal for an open poll whose result is not visible yet, and under the threshold of an
    anonymous one.
    """
    permits.require_manage(ctx, poll)
    if not rules.exportable(poll.results, poll.state):
        cancelled = poll.state == "cancelled"
        raise Refusal(text("poll-is-cancelled" if cancelled else "poll-export-open"))
    if rules.masked(poll.secrecy, roll.voter_count(ctx.db, poll)):
        raise Refusal(
            text("poll-masked", count=roll.voter_count(ctx.db, poll), least=rules.THRESHOLD)
        )
    content, media = (
        (_json(ctx, poll), "application/json") if kind == "json" else (_csv(ctx, poll), "text/csv")
    )
    return Reply(
        Card(
            text("poll-title", question=poll.question),
            (
                File(
                    f"poll-{poll.number}.{'json' if kind == 'json' else 'csv'}",
                    content,
                    media,
                    text("poll-export-says"),
                ),
            ),
        )
    )


def _rows(ctx: Context, poll: Poll) -> list[tuple[str, int]]:
    assert poll.id is not None
    totals = records.totals(ctx.db, poll)
    return [(o.words, totals[o.spot]) for o in records.options(ctx.db, poll.id)]


def _by_person(ctx: Context, poll: Poll) -> list[tuple[str, list[str]]]:
    """(name, options) of each voter, where the poll shows names; else nothing."""
    assert poll.id is not None
    if poll.secrecy != "shown":
        return []
    words = {o.spot: o.words for o in records.options(ctx.db, poll.id)}
    found = []
    for person, chosen in records.ballots(ctx.db, poll.id):
        who = ctx.db.get(Person, person)
        found.append((who.name if who else "?", [words[spot] for spot in sorted(chosen)]))
    return found


def _csv(ctx: Context, poll: Poll) -> bytes:
    rows = [["question", "option", "votes"]]
    rows += [[poll.question, words, str(count)] for words, count in _rows(ctx, poll)]
    if by_person := _by_person(ctx, poll):
        rows += [[], ["name", "choices"]]
        rows += [[name, "; ".join(chosen)] for name, chosen in by_person]
    return sheet(rows)


def _json(ctx: Context, poll: Poll) -> bytes:
    """The exact words, nothing neutralised."""
    whole: dict[str, object] = {
        "number": poll.number,
        "question": poll.question,
        "state": poll.state,
        "names": poll.secrecy,
        "results": poll.results,
        "opened_at": poll.opened_at.isoformat(),
        "closes_at": poll.closes_at.isoformat(),
        "closed_at": poll.closed_at.isoformat() if poll.closed_at else None,
        "voters": roll.voter_count(ctx.db, poll),
        "options": [{"option": words, "votes": count} for words, count in _rows(ctx, poll)],
    }
    by_person = _by_person(ctx, poll)
    if by_person:
        whole["ballots"] = [{"name": name, "choices": chosen} for name, chosen in by_person]
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
