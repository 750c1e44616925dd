"""The order of answers: what SQLite ranks by is what feature 9 says, to the letter."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.features.resources import index, records, rules
from bot.features.resources.index import Asked
from bot.features.resources.records import Resource
from bot.folding import indexed
from storage.people import Community

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TITLES = (
    "Guide",
    "Guide guide",
    "A guide to peer evaluation",
    "Guide of guides, a long one at that",
)


@pytest.fixture(scope="module")
def db(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A real database with a community and forty resources that all answer "guide"."""
    path = tmp_path_factory.mktemp("rank") / "ronde.db"
    shutil.copy(blank, path)
    with Session(create_engine(f"sqlite:///{path}")) as session:
        session.add(Community(id=1, name="Trainers", founded_at=NOW, zone="UTC", language="en"))
        session.flush()
        for number in range(40):
            made = records.add(
                session,
                Resource(
                    community_id=1,
                    number=number + 1,
                    title=TITLES[number % 4],
                    shared_at=NOW,
                    verified_at=NOW,
                ),
            )
            words = (indexed(made.title), "", indexed("guide" if number % 3 else ""), "", "")
            index.put(session, made.id or 0, words)
        yield session


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 400), st.sampled_from(["ok", "to-check"])),
        min_size=40,
        max_size=40,
    )
)
def test_answers_come_in_the_order_of_the_formula(
    db: Session, ways: list[tuple[int, int, str]]
) -> None:
    """Relevance × (1 + ln(1 + reuses)) × freshness, the newest first among equals (9.A3)."""
    for number, (reuses, days, state) in enumerate(ways, 1):
        resource = records.get(db, number)
        assert resource is not None
        resource.reuses, resource.weight = reuses, 1 + log(1 + reuses)
        resource.verified_at = NOW - timedelta(days=days, minutes=1)
        resource.state = state
    db.flush()
    weights = ", ".join(str(weight) for weight in index.WEIGHTS)
    relevance = db.connection().exec_driver_sql(
        f"SELECT rowid, -bm25(resources_fts, {weights}) FROM resources_fts "
        "WHERE resources_fts MATCH 'guide'"
    )
    scores = {}
    for number, value in relevance.all():
        resource = records.get(db, number)
        assert resource is not None
        fresh = rules.freshness(resource.verified_at, NOW, resource.state)
        scores[number] = round(rules.score(value, resource.reuses, fresh), 12)
    expected = sorted(scores, key=lambda number: (-scores[number], -number))

    found = index.find(db, 1, Asked('"guide"'), NOW, skip=0, most=40)
    assert found.count == 40
    assert [round(scores[number], 9) for number in found.ids] == [
        round(scores[number], 9) for number in expected
    ]
