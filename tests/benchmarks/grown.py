"""A community that has grown: 500 members, 5,000 resources and three years of acts, written at once.

`seed(path)` fills a new file; what people do then goes through an `App` on it, as `account(0)` (who
founded it and coordinates) or any other member, in `PLACE`, at `NOW`.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.features.digest.routes import Digest
from bot.features.meetings.routes import MeetingCard
from bot.features.polls.routes import PollBoard
from bot.features.resources.routes import ResourceCard
from bot.request import AccountRef, PlaceRef
from storage.migrate import upgrade
from storage.types import to_text
from tests.kit.engine import WORKSPACE

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
YEARS, MEMBERS, RESOURCES = 3, 500, 5_000
POLLS, MEETINGS, USES = 450, 150, 9_000
ROLES = ("facilitation", "notes", "library", "welcome")
PLACE = PlaceRef("engine", WORKSPACE, "general", "general")

_DAYS = 365 * YEARS
_FOUNDED = NOW - timedelta(days=_DAYS)
_ZONE = "Europe/Paris"

Row = Mapping[str, object]


def account(number: int) -> AccountRef:
    """A member as the platform tells of them; 0 founded the community."""
    return AccountRef("engine", WORKSPACE, f"u{number}", f"Person {number}", "en-GB", _ZONE)


def seed(path: Path) -> None:
    """A new file at `path` with the community 1; the same each time."""
    upgrade(path)
    chance = random.Random(2026)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("BEGIN")
        acts: list[Row] = []
        _people(raw, chance)
        _polls(raw, chance, acts)
        _meetings(raw, chance, acts)
        _library(raw, chance, acts)
        _roles(raw, chance)
        _digests(raw)
        _charter(raw, chance, acts)
        _objectives(raw)
        _core(raw)
        _retrospectives(raw)
        once = {(act["person_id"], act["kind"], act["ref"]): act for act in acts}
        _insert(raw, "acts", list(once.values()))
        raw.execute("COMMIT")
        raw.execute("ANALYZE")


def _insert(raw: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """These rows, of the same columns all."""
    names = list(rows[0])
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join(f":{name}" for name in names)
    raw.executemany(
        f"INSERT INTO {table} ({quoted}) VALUES ({marks})",
        [{name: _kept(value) for name, value in row.items()} for row in rows],
    )


def _kept(value: object) -> object:
    if isinstance(value, datetime):
        return to_text(value)
    return value.isoformat() if isinstance(value, date) else value


def _act(person: int, kind: str, ref: str, at: datetime) -> Row:
    return {"community_id": 1, "person_id": person, "kind": kind, "ref": ref, "at": at}


def _joined(person: int) -> datetime:
    """When somebody joined: two of three in the first year, the others since."""
    if person == 1:
        return _FOUNDED
    share = person / MEMBERS
    days = 365 * share * 1.5 if share < 2 / 3 else 365 + (share - 2 / 3) * 3 * (_DAYS - 395)
    return _FOUNDED + timedelta(days=days)


def _there(chance: random.Random, at: datetime, part: float) -> list[int]:
    """Some of those who were members then; whoever came early does more."""
    here = [person for person in range(1, MEMBERS + 1) if _joined(person) <= at]
    return [person for person in here if chance.random() < part * (1.5 - person / MEMBERS)]


def _people(raw: sqlite3.Connection, chance: random.Random) -> None:
    _insert(
        raw,
        "communities",
        [
            {
                "id": 1, "name": "Trainers", "purpose": "sharing what works", "language": "en",
                "zone": _ZONE, "country": "FR", "founded_at": _FOUNDED, "first_meeting": "",
                "opens": "08:00", "closes": "19:00", "open_days": "01234", "poll_rank": 0,
                "plan_closed": 1,
            }
        ],
    )  # fmt: skip
    place = {"platform": "engine", "workspace": WORKSPACE, "ref": "general", "name": "general"}
    _insert(raw, "places", [{"id": 1, "community_id": 1, **place, "direct": 0, "private": 0}])
    everybody = range(1, MEMBERS + 1)
    _insert(
        raw,
        "persons",
        [{"id": p, "name": f"Person {p - 1}", "seen_at": NOW, "current_id": 1} for p in everybody],
    )
    of_whom = {"platform": "engine", "workspace": WORKSPACE, "locale": "en-GB", "zone": _ZONE}
    _insert(
        raw,
        "accounts",
        [
            {"person_id": p, "ref": f"u{p - 1}", "name": f"Person {p - 1}", "bot": 0, **of_whom}
            for p in everybody
        ],
    )
    _insert(
        raw,
        "members",
        [
            {
                "community_id": 1, "person_id": p, "rank": 4 if p == 1 else 1,
                "joined_at": _joined(p), "quiet": 0, "fewer": 0, "digest": 0, "unlisted": 0,
                "left_at": NOW - timedelta(days=30) if p > 1 and chance.random() < 0.04 else None,
            }
            for p in everybody
        ],
    )  # fmt: skip


def _polls(raw: sqlite3.Connection, chance: random.Random, acts: list[Row]) -> None:
    polls, options, ballots = [], [], []
    for number in range(1, POLLS + 1):
        opened = _FOUNDED + timedelta(days=_DAYS * number / (POLLS + 1))
        closes = opened + timedelta(days=7)
        over = closes <= NOW
        polls.append(
            {
                "id": number, "community_id": 1, "number": number, "place_id": 1,
                "author_id": 1 + number % 40, "question": f"Question {number}?", "most": 1,
                "secrecy": "hidden", "results": "live", "adding": 0, "audience": "everyone",
                "closes_wall": f"{closes:%Y-%m-%dT%H:%M:%S}", "zone": _ZONE, "closes_at": closes,
                "close_when_all": 0, "opened_at": opened, "state": "closed" if over else "open",
                "closed_at": closes if over else None, "chosen_why": "",
            }
        )  # fmt: skip
        options += [
            {"poll_id": number, "spot": spot, "words": words, "folded": words.lower()}
            for spot, words in enumerate(("Soup", "Pie", "Tea"))
        ]
        for person in _there(chance, opened, 0.35):
            at = opened + timedelta(hours=chance.random() * 160)
            if at > NOW:
                continue
            choice = str(chance.randrange(3))
            row = {"poll_id": number, "person_id": person, "choices": choice, "cast_at": at}
            ballots.append(row)
            acts.append(_act(person, "vote", PollBoard(number).pack(), at))
    _insert(raw, "polls", polls)
    _insert(raw, "poll_options", options)
    _insert(raw, "ballots", ballots)


def _meetings(raw: sqlite3.Connection, chance: random.Random, acts: list[Row]) -> None:
    meetings, rsvps, there = [], [], []
    for number in range(1, MEETINGS + 7):  # the last six are to come
        starts = _FOUNDED + timedelta(days=_DAYS * number / MEETINGS, hours=3)
        over = starts < NOW
        meetings.append(
            {
                "id": number, "community_id": 1, "number": number, "place_id": 1,
                "organiser_id": 1 + number % 20, "title": f"Meeting {number}", "venue": "",
                "minutes": 60, "zone": _ZONE, "state": "settled", "hidden": 1,
                "proposed_at": starts - timedelta(days=20), "until_wall": "",
                "starts_wall": f"{starts:%Y-%m-%dT%H:%M:%S}", "starts_at": starts,
                "settled_at": starts - timedelta(days=10), "forced_why": "", "sequence": 0,
                "changed_at": starts - timedelta(days=10), "cancelled_why": "",
                "presence": "confirmed" if over else "", "guests": "",
            }
        )  # fmt: skip
        for person in _there(chance, min(starts, NOW), 0.2):
            said = chance.choice(("yes", "yes", "maybe", "no"))
            at = starts - timedelta(days=5)
            rsvps.append({"meeting_id": number, "person_id": person, "answer": said, "at": at})
            acts.append(_act(person, "rsvp", MeetingCard(number).pack(), min(at, NOW)))
            present = chance.random() < 0.8
            if over and said != "no":
                row = {"meeting_id": number, "person_id": person, "present": int(present)}
                there.append({**row, "noted_at": starts + timedelta(hours=2)})
            if over and said != "no" and present:
                acts.append(_act(person, "attendance", MeetingCard(number).pack(), starts))
    _insert(raw, "meetings", meetings)
    _insert(raw, "rsvps", rsvps)
    _insert(raw, "attendances", there)


def _library(raw: sqlite3.Connection, chance: random.Random, acts: list[Row]) -> None:
    resources, sharers = [], {}
    for number in range(1, RESOURCES + 1):
        at = _FOUNDED + timedelta(days=_DAYS * number / (RESOURCES + 1))
        sharer = sharers[number] = chance.choice(_there(chance, at, 0.3) or [1])
        address = f"https://example.org/{number}"
        resources.append(
            {
                "id": number, "community_id": 1, "number": number, "key": address,
                "address": address, "title": f"Resource {number}", "titled": "person",
                "description": "", "note": "", "kind": "article", "place_id": 1, "permalink": "",
                "sharer_id": sharer, "shared_at": at, "verified_at": at,
                "state": "to-check" if chance.random() < 0.05 else "ok", "reuses": number % 3 // 2, "weight": 1.0,
                "deleted_at": NOW - timedelta(days=3) if chance.random() < 0.01 else None,
            }
        )  # fmt: skip
        acts.append(_act(sharer, "resource", ResourceCard(number).pack(), at))
    uses: dict[tuple[object, ...], Row] = {}
    for _ in range(USES):
        number, person = chance.randint(1, RESOURCES), chance.randint(1, MEMBERS)
        shared = _FOUNDED + timedelta(days=_DAYS * number / (RESOURCES + 1))
        at = shared + (NOW - shared) * chance.random()
        own, kind = int(sharers[number] == person), chance.choice(("tried", "will-try"))
        use = {"resource_id": number, "person_id": person, "kind": kind, "own": own}
        month = f"{at:%Y-%m}"
        uses.setdefault((number, person, kind, month), {**use, "month": month, "at": at})
        if kind == "tried" and not own:
            acts.append(_act(person, "tried", ResourceCard(number).pack(), at))
    _insert(raw, "resources", resources)
    _insert(raw, "uses", list(uses.values()))


def _roles(raw: sqlite3.Connection, chance: random.Random) -> None:
    """Roles that turned month by month since the founding; one turn in twenty was nobody's."""
    roles: list[Row] = []
    turns: list[Row] = []
    terms: list[Row] = []
    first = _FOUNDED.date().replace(day=1)
    for number, key in enumerate(ROLES, 1):
        roles.append(
            {
                "id": number, "community_id": 1, "number": number, "key": key, "place_id": 1,
                "name": "", "purpose": "", "duties": "", "checklist": "", "length_count": 1,
                "length_unit": "month", "anchor": first, "seats": 1, "in_a_row": 1, "grace": 30,
                "everybody": 1, "excludes": "[]", "group": "", "made_at": _FOUNDED,
            }
        )  # fmt: skip
        for month, (begins, ends) in enumerate(_months(first, NOW.date() + timedelta(days=31))):
            person = None if chance.random() < 0.05 else chance.randint(1, 200)
            turn = len(turns) + 1
            state = "vacant" if person is None else "accepted"
            row = {"id": turn, "role_id": number, "number": month, "seat": 0, "state": state}
            turns.append({**row, "starts_on": begins, "ends_on": ends, "person_id": person})
            if person is not None:
                held = {"community_id": 1, "role": key, "person_id": person, "turn_id": turn}
                terms.append({**held, "starts_at": _midnight(begins), "ends_at": _midnight(ends)})
    _insert(raw, "roles", roles)
    _insert(raw, "turns", turns)
    _insert(raw, "terms", terms)


def _months(first: date, until: date) -> Iterable[tuple[date, date]]:
    while first < until:
        after = (first + timedelta(days=32)).replace(day=1)
        yield first, after
        first = after


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _digests(raw: sqlite3.Connection) -> None:
    """One a week since the founding, in the channel."""
    weeks = _DAYS // 7
    posts = []
    for number in range(weeks):
        since = int((_FOUNDED + timedelta(days=7 * number)).timestamp())
        view = Digest(1, since, since + 7 * 86400).pack()
        row = {"community_id": 1, "place_id": 1, "view": view, "once": f"digest-1-{number}"}
        posts.append({**row, "nudge": 0, "message": f"d{number}", "wanted": 1, "shown": 1})
    at_once = {"due_at": datetime(1970, 1, 1, tzinfo=UTC), "attempts": 0}
    _insert(raw, "posts", [{**post, **at_once} for post in posts])
    _insert(raw, "preferences", [{"community_id": 1, "name": "digest.on", "value": "on"}])


# ── the way ─────────────────────────────────────────────────────────────────────────────────────


def _charter(raw: sqlite3.Connection, chance: random.Random, acts: list[Row]) -> None:
    """A round that 200 answered, and a version a year, each signed anew by most."""
    opened = _FOUNDED + timedelta(days=20)
    times = {"opened_at": opened, "closes_at": opened + timedelta(days=7), "votes_until": None}
    row = {"id": 1, "community_id": 1, "place_id": 1, "opened_by": 1, "state": "ended"}
    _insert(raw, "charter_rounds", [{**row, **times}])
    answer = {"round_id": 1, "words": "Practice that travels."}
    _insert(
        raw,
        "charter_answers",
        [
            {**answer, "person_id": person, "question": question}
            for person in range(1, 201)
            for question in ("why", "what", "how")
        ],
    )
    sections = json.dumps(dict.fromkeys(("why", "whom", "what", "how"), "Words. " * 60))
    versions, signatures = [], []
    for number in range(1, YEARS + 1):
        at = _FOUNDED + timedelta(days=365 * number - 300)
        versions.append(
            {
                "id": number, "community_id": 1, "sections": sections, "hash": f"{number:064}",
                "made_by": 1, "made_at": at, "number": number, "base": number, "minor": 0,
                "adopted_at": at, "review_on": f"{at + timedelta(days=400):%Y-%m-%d}",
                "retired_at": None,
            }
        )  # fmt: skip
        for person in _there(chance, at, 0.7):
            signed = {"version_id": number, "person_id": person, "withdrawn_at": None}
            signatures.append({**signed, "signed_at": at + timedelta(days=3)})
            acts.append(
                _act(person, "signature", f"charter.version:{number}", at + timedelta(days=3))
            )
    _insert(raw, "charter_versions", versions)
    _insert(raw, "charter_signatures", signatures)


def _objectives(raw: sqlite3.Connection) -> None:
    """Six a year, assessed each quarter; those of the last year are in force."""
    goals, assessments = [], []
    for number in range(1, 6 * YEARS + 1):
        made = _FOUNDED + timedelta(days=_DAYS * (number - 1) / (6 * YEARS))
        over = made < NOW - timedelta(days=365)
        goals.append(
            {
                "id": number, "community_id": 1, "number": number, "place_id": 1, "author_id": 1,
                "kind": "operational", "sentence": f"Objective {number}", "indicator": "tried",
                "measure": "", "baseline": 0.0, "target": 9.0, "unit": "",
                "due_on": f"{made + timedelta(days=400):%Y-%m-%d}", "made_at": made,
                "posted_at": made, "settled_at": made + timedelta(days=7), "reviewed_at": None,
                "retired_at": made + timedelta(days=365) if over else None,
                "retired_why": "Reached." if over else "",
            }
        )  # fmt: skip
        for quarter in range(1, 5):
            at = made + timedelta(days=90 * quarter)
            if at < NOW:
                row = {"goal_id": number, "person_id": 1, "value": 2.0 * quarter, "n": None}
                assessments.append({**row, "on_day": f"{at:%Y-%m-%d}", "comment": "", "at": at})
    _insert(raw, "goals", goals)
    _insert(raw, "goal_assessments", assessments)


def _core(raw: sqlite3.Connection) -> None:
    """Cards of 300, and a core group of six."""
    about = {"community_id": 1, "organisation": "", "contact": "", "written_at": _FOUNDED}
    said = {"offers": "mediation", "asks": "a room"}
    _insert(raw, "profiles", [{**about, **said, "person_id": p} for p in range(1, 301)])
    asked = {"community_id": 1, "asked_by": 1, "asked_at": _FOUNDED, "answered_at": _FOUNDED}
    _insert(
        raw, "core_members", [{**asked, "person_id": p, "state": "accepted"} for p in range(2, 8)]
    )


def _retrospectives(raw: sqlite3.Connection) -> None:
    """One a quarter, each with three actions, all but the last one's done."""
    held, tasks = [], []
    for number in range(1, 4 * YEARS + 1):
        at = _FOUNDED + timedelta(days=_DAYS * number / (4 * YEARS) - 40)
        closed = {"opened_at": at, "closed_at": at + timedelta(days=7)}
        held.append({"id": number, "community_id": 1, "subject": f"Quarter {number}", **closed})
        for owner in (2, 3, 4):
            due = at + timedelta(days=21)
            done = {"due_on": f"{due:%Y-%m-%d}", "done_at": due if owner < 4 else None}
            of_it = {"community_id": 1, "retrospective_id": number, "owner_id": owner}
            said = {"words": "Try it.", "change": "", "change_words": "", "changed_at": None}
            tasks.append({**of_it, **done, **said})
    _insert(raw, "retrospectives", held)
    _insert(raw, "retrospective_tasks", tasks)
