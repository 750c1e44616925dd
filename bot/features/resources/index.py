"""Full-text search: what the library's words are kept in (SQLite FTS5), and how it is asked.

The table is `resources_fts`, rowid = resource id; `resources_fts_words` lists its words with how
many resources hold each. Words are kept folded (`folding.indexed`): without accents, case and
plurals. `bm25` weighs the columns; the rest of the rank is feature 9's: uses and freshness. FTS5
ranks every match before it gives the first, so a question as common as `formation` is asked of the
newest matches alone. What `find` says goes to the driver as it is: SQLAlchemy takes longer to read
it than FTS5 to answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text as sql
from sqlmodel import Session, col, func, select

from bot.features.resources.records import Miss
from storage.types import to_text

COLUMNS = ("title", "tags", "note", "description", "address")
WEIGHTS = (8.0, 6.0, 3.0, 2.0, 1.0)

COMMON, NEWEST = 1_000, 150
"""Of more than a thousand matches only the newest hundred and fifty are compared."""

FRESH = timedelta(days=180)

_RANK = (
    "r.weight * CASE WHEN r.state = 'to-check' THEN 0.5 "
    "WHEN r.verified_at > :fresh THEN 1.0 ELSE 0.8 END"
)
_RELEVANCE = f"bm25(resources_fts, {', '.join(str(weight) for weight in WEIGHTS)})"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the index takes it. `match` None: only the conditions count."""

    match: str | None
    without: str | None = None  # where `match` is None: what must not be there
    tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    persons: tuple[int, ...] | None = None
    kind: str = ""
    since: datetime | None = None
    everything: bool = False  # archived and to-check ones, too


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found: ids in order, how many there are, and whether only the newest."""

    ids: list[int]
    count: int
    newest_only: bool = False


def put(db: Session, resource: int, words: tuple[str, ...]) -> None:
    """Keep a resource's folded words, a string a column (`COLUMNS`)."""
    remove(db, resource)
    names = ", ".join(COLUMNS)
    values = ", ".join(f":{name}" for name in COLUMNS)
    db.connection().execute(
        sql(f"INSERT INTO resources_fts (rowid, {names}) VALUES (:id, {values})"),
        {"id": resource, **dict(zip(COLUMNS, words, strict=True))},
    )


def put_many(db: Session, rows: list[tuple[Any, ...]]) -> None:
    """Keep the words of many new resources: (id, a folded string a column)."""
    names, places = ", ".join(COLUMNS), ", ".join("?" for _ in COLUMNS)
    db.connection().exec_driver_sql(
        f"INSERT INTO resources_fts (rowid, {names}) VALUES (?, {places})", rows
    )


def remove(db: Session, resource: int) -> None:
    """Find a resource no more."""
    db.connection().execute(sql("DELETE FROM resources_fts WHERE rowid = :id"), {"id": resource})


def find(
    db: Session, community: int, asked: Asked, now: datetime, *, skip: int, most: int
) -> Found:
    """The resources that answer a question, best first."""
    conditions, values = _conditions(community, asked)
    values |= {"fresh": to_text(now - FRESH), "skip": skip, "most": most, "match": asked.match}
    found = _compared(db, asked, conditions, values, NEWEST)
    if found.newest_only and not _is_common(db, asked, conditions, values):
        return _compared(db, asked, conditions, values, COMMON)
    return found


def _is_common(db: Session, asked: Asked, conditions: str, values: dict[str, Any]) -> bool:
    """Whether there are more matches than can all be compared. Counting costs a tenth of it."""
    matches = "FROM resources_fts WHERE resources_fts MATCH :match"
    if asked.match is None:
        matches = f"FROM resources r WHERE {conditions}"
    statement = f"SELECT count(*) FROM (SELECT 1 {matches} LIMIT {COMMON + 1})"
    return int(db.connection().exec_driver_sql(statement, values).scalar_one()) > COMMON


def _compared(
    db: Session, asked: Asked, conditions: str, values: dict[str, Any], newest: int
) -> Found:
    """A page of the best of the newest so many."""
    if asked.match is None:
        # By number: the community's own index gives its newest first, and stops in time.
        matches = (
            f"SELECT r.id, -{_RANK} AS score, r.shared_at AS at FROM resources r "
            f"WHERE {conditions} ORDER BY r.number DESC LIMIT {newest + 1}"
        )
    else:
        # CROSS keeps the order of the two, so that FTS5 gives its newest first, and stops in time.
        matches = (
            f"SELECT r.id, {_RELEVANCE} * {_RANK} AS score, r.id AS at "
            "FROM resources_fts CROSS JOIN resources r ON r.id = resources_fts.rowid "
            f"WHERE resources_fts MATCH :match AND {conditions} "
            f"ORDER BY resources_fts.rowid DESC LIMIT {newest + 1}"
        )
    page = "ORDER BY score, at DESC LIMIT :most OFFSET :skip"
    statement = f"SELECT id, count(*) OVER () FROM ({matches}) {page}"
    rows = db.connection().exec_driver_sql(statement, values).all()
    if (
        not rows and values["skip"]
    ):  # fewer than when the page was turned to; how many, still counts
        first = {**values, "skip": 0, "most": 1}
        return replace(_compared(db, asked, conditions, first, newest), ids=[])
    count = rows[0][1] if rows else 0
    return Found([number for number, _ in rows], min(count, newest), count > newest)


def sharers(db: Session, community: int, words: Sequence[str]) -> list[tuple[int, int, int]]:
    """(person, how many, the newest) of the resources that are titled or tagged with all the words.

    What was kept from somebody's message is theirs, and not who kept it.
    """
    every = " AND ".join(f'"{word}"' for word in words)
    rows = db.connection().execute(
        sql(
            "SELECT coalesce(r.author_id, r.sharer_id) AS person, count(*), max(r.id) "
            "FROM resources_fts CROSS JOIN resources r ON r.id = resources_fts.rowid "
            "WHERE resources_fts MATCH :match AND r.community_id = :community "
            "AND r.deleted_at IS NULL AND r.state <> 'archived' "
            "AND coalesce(r.author_id, r.sharer_id) IS NOT NULL GROUP BY person"
        ),
        {"match": f"{{title tags}} : ({every})", "community": community},
    )
    return [(int(person), int(count), int(newest)) for person, count, newest in rows]


def similar_words(db: Session, words: Sequence[str], most: int = 5_000) -> list[tuple[str, int]]:
    """Words in the index about as long as these, with how many resources hold each."""
    lengths = [len(word) for word in words]
    rows = db.connection().execute(
        sql(
            "SELECT term, doc FROM resources_fts_words "
            "WHERE length(term) BETWEEN :least AND :longest ORDER BY doc DESC LIMIT :most"
        ),
        {"least": min(lengths) - 2, "longest": max(lengths) + 2, "most": most},
    )
    return [(str(term), int(count)) for term, count in rows]


def _conditions(community: int, asked: Asked) -> tuple[str, dict[str, Any]]:
    parts = ["r.community_id = :community", "r.deleted_at IS NULL"]
    values: dict[str, Any] = {"community": community}
    if not asked.everything:
        parts.append("r.state <> 'archived'")
    if asked.match is None and asked.without is not None:
        parts.append(
            "r.id NOT IN (SELECT rowid FROM resources_fts WHERE resources_fts MATCH :without)"
        )
        values["without"] = asked.without
    if asked.kind:
        parts.append("r.kind = :kind")
        values["kind"] = asked.kind
    if asked.since is not None:
        parts.append("r.shared_at >= :since")
        values["since"] = to_text(asked.since)
    if asked.persons is not None:
        numbers = ", ".join(str(int(person)) for person in asked.persons) or "NULL"
        parts.append(f"(r.sharer_id IN ({numbers}) OR r.author_id IN ({numbers}))")
    for wanted, tags in (("", asked.tags), ("NOT ", asked.without_tags)):
        for tag in tags:
            name = f"tag{len(values)}"
            values[name] = tag
            carrying = f"SELECT t.resource_id FROM resource_tags t WHERE t.folded = :{name}"
            if asked.match is None:
                parts.append(f"r.id {wanted}IN ({carrying})")
            else:  # of a few matches: cheaper one by one than all that carry the tag
                parts.append(f"{wanted}EXISTS ({carrying} AND t.resource_id = r.id)")
    return " AND ".join(parts), values


# ── asked in vain ───────────────────────────────────────────────────────────────────────────────


def miss(db: Session, community: int, topic: str, day: str) -> None:
    """Nothing was found for a topic."""
    db.add(Miss(community_id=community, topic=topic, day=day))
    db.flush()


def misses(
    db: Session, community: int, since: str, again: str = "", least: int = 2
) -> list[tuple[str, int]]:
    """(topic, how often) of what was looked for in vain since a day, most often first.

    `again` is a day on which, or after which, it must have been looked for once more.
    """
    rows = db.exec(
        select(Miss.topic, func.count())
        .where(Miss.community_id == community, Miss.day >= since)
        .group_by(col(Miss.topic))
        .having(func.count() >= least, func.max(Miss.day) >= again)
        .order_by(func.count().desc(), col(Miss.topic))
    )
    return [(topic, count) for topic, count in rows]
