"""A whole year of one community, moved by its clock: at its end the books balance."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.database import connect
from tests.kit.chat import Chat, Someone
from tests.kit.slack import SlackWire

PARIS = ZoneInfo("Europe/Paris")
FIRST = date(2027, 1, 1)


def table(chat: Chat, query: str) -> list[tuple[Any, ...]]:
    """Rows, as the file has them."""
    with closing(connect(chat.path, read_only=True)) as raw:
        return raw.execute(query).fetchall()


def local(said: str) -> datetime:
    """An instant of the file, on the clocks of Paris."""
    return datetime.fromisoformat(said).astimezone(PARIS)


async def answers(people: list[Someone], busy: dict[str, int]) -> None:
    """Everybody who is asked answers: most say yes; every fourth question is declined."""
    for one in people:
        for message in one.inbox[-3:]:
            if "Yes, I’ll do it" in message.buttons:
                busy[one.persona.name] = busy.get(one.persona.name, 0) + 1
                no = busy[one.persona.name] % 4 == 0
                await one.presses("Not this time" if no else "Yes, I’ll do it", on=message)
                break


@pytest.mark.season
async def test_a_year_of_one_community(chat: Chat) -> None:
    """Rotation, absences, swaps, a departure, both clock changes: each term served once, loads explained."""
    if isinstance(chat.wire, SlackWire):
        pytest.skip("a year in a minute is more than Slack takes by the machine's clock")
    people = [chat.ann, chat.cleo, chat.dan, chat.eve]
    await chat.founded(*people[1:])
    await chat.ann.types(f'/role new facilitation start:"{FIRST}" term:1-month')
    await chat.ann.presses("Publish")
    await chat.ann.types(f'/role new notes start:"{FIRST}" term:2-weeks excludes:facilitation')
    await chat.ann.presses("Publish")
    busy: dict[str, int] = {}
    swapped = left = False
    while chat.clock.now().date() < date(2028, 1, 1):
        await chat.passes(days=2)
        today = chat.clock.now().date()
        there = [one for one in people if not (left and one is chat.eve)]
        await answers(there, busy)
        if today == date(2027, 3, 1) or today == date(2027, 3, 2):
            await chat.cleo.types('/role away "2027-03-20 2027-05-10"')
        if not swapped and today > date(2027, 6, 1):
            await chat.ann.types("/role swap facilitation")
            await chat.dan.types("/role swap facilitation")
            for message in chat.channel.messages:
                if "I’ll take over" in message.buttons:
                    await chat.eve.presses("I’ll take over", on=message)
                    swapped = True
                    break
        if not left and today > date(2027, 9, 10):
            await chat.eve.types("/ronde")
            await chat.eve.presses("What is kept", on=chat.eve.told)
            await chat.eve.presses("Leave the community", on=chat.eve.told)
            left = True
    assert left
    assert swapped

    _every_day_has_one_holder(chat)
    _loads_are_explained(chat)
    _messages_keep_the_rules(chat)


def _every_day_has_one_holder(chat: Chat) -> None:
    """From each role's first day on nobody holds a day twice; a gap is a vacant turn that was told."""
    for role, key in table(chat, "SELECT id, key FROM roles"):
        terms = table(
            chat,
            f"SELECT starts_at, ends_at, person_id FROM terms WHERE role = '{key}' ORDER BY starts_at",
        )
        assert len(terms) >= 10
        for (_, ends, _), (starts, _, _) in pairwise(terms):
            assert starts >= ends, (key, terms)
        turns = table(
            chat,
            "SELECT number, seat, starts_on, ends_on, state FROM turns "
            f"WHERE role_id = {role} ORDER BY starts_on",
        )
        assert len({row[:3] for row in turns}) == len(turns)
        for before, after in pairwise(turns):
            assert before[3] == after[2], "turns follow each other without a gap"
        for starts, _, _ in terms:
            at = local(starts)
            on_a_boundary = any(
                row[2] == at.date().isoformat() and at.hour == 0 and at.minute == 0 for row in turns
            )
            rest = any(row[2] <= at.date().isoformat() < row[3] for row in turns)
            assert on_a_boundary or rest


def _loads_are_explained(chat: Chat) -> None:
    """Those who could serve all year differ by one term in what they facilitated."""
    served = Counter(
        person
        for person, starts, ends in table(
            chat, "SELECT person_id, starts_at, ends_at FROM terms WHERE role = 'facilitation'"
        )
        if local(ends) - local(starts) >= timedelta(days=15)
    )
    ann, dan = (
        table(chat, f"SELECT id FROM persons WHERE name = '{name}'")[0][0]
        for name in ("Ann", "Dan")
    )
    assert abs(served[ann] - served[dan]) <= 1, served


def _messages_keep_the_rules(chat: Chat) -> None:
    """No notice twice, none outside quiet hours, one a day and three a week of what nobody asked for."""
    sent = table(
        chat,
        "SELECT once, person_id, severity, sent_at, post_id FROM notices WHERE state = 'sent'",
    )
    assert len(sent) > 30
    assert len({row[:2] for row in sent}) == len(sent)
    for _, _, severity, at, _ in sent:
        if severity:
            then = local(at)
            assert then.weekday() < 5, then
            assert 8 <= then.hour < 19, then
    days: Counter[tuple[int, date]] = Counter()
    weeks: Counter[tuple[int, tuple[int, int]]] = Counter()
    for person, post in {(row[1], row[4]) for row in sent if row[2]}:
        at = local(next(row[3] for row in sent if row[4] == post))
        days[person, at.date()] += 1
        weeks[person, at.isocalendar()[:2]] += 1
    assert max(days.values()) == 1
    assert max(weeks.values()) <= 3
