"""Questions to the library, as they are read and asked of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.features.resources.search import LONGEST_LINE, Query, excluded, match, nearest, parse
from bot.folding import indexed

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # Monday 2 November 2026, 10:00 in Paris
PARIS = "Europe/Paris"
COLUMNS = ("title", "tags", "note", "description", "address")
NASTY = st.sampled_from(
    [
        *(
            '"',
            "*",
            "NEAR(",
            ")",
            "(",
            "-",
            "AND",
            "OR",
            "NOT",
            "title:",
            "^",
            "+",
            "{a b}:",
            "\x00",
        ),
        *("\ud800", "#", "-#", '-"', "«", "»", "“", "by:", "type:", "since:", "all:", "all:no"),
        *(
            "6mo",
            "guide",
            "évaluation",
            "½",
            "ﬃ",
            "नमस्ते",
            "e\u0301",
            "'",
            "’",
            " ",
            "\u00a0",
            "%C3",
        ),
    ]
)
LINES = st.one_of(st.text(), st.lists(NASTY, max_size=20).map("".join))


def read(line: str) -> Query:
    return parse(line, NOW, PARIS)


@pytest.fixture(scope="module")
def library() -> Iterator[sqlite3.Connection]:
    """A real FTS5 table, as the migration makes it, with a few resources."""
    titles = (
        "Évaluations formatives : un guide",
        "Formative evaluation stories",
        "L'animation de réunions",
        "Le journal des apprenants",
        "Outils et modèles pour animer",
        "Des cours, des processus et des campus",
    )
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as db:
        db.execute(
            f"CREATE VIRTUAL TABLE t USING fts5({', '.join(COLUMNS)}, "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        for title in titles:
            db.execute(
                "INSERT INTO t (title, address) VALUES (?, ?)",
                (indexed(title), indexed("https://example.org/wiki/%C3%89valuation")),
            )
        yield db


def ask(db: sqlite3.Connection, query: Query, *, prefix: bool = False) -> list[int]:
    asked = match(query, prefix=prefix)
    if asked is None:
        return []
    rows = db.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (asked,))
    return [int(row[0]) for row in rows]


# ── reading a question ──────────────────────────────────────────────────────────────────────────


def test_the_question_of_the_page_is_read() -> None:
    """Every operator of feature 9 at once."""
    said = 'pédagogie inversée #évaluation by:@ines type:guide since:6mo -vidéo "phrase exacte"'

    assert read(said) == Query(
        words=("pedagogy", "inversee"),
        phrases=(("phrase", "exacte"),),
        without=(("video",),),
        tags=("évaluation",),
        by="@ines",
        kind="guide",
        since=datetime(2026, 5, 1, 22, 0, tzinfo=UTC),
        plain='pédagogie inversée "phrase exacte"',
        others='#évaluation by:@ines type:guide since:6mo -vidéo "phrase exacte"',
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("évaluation de:@ines", {"words": ("evaluation",), "by": "@ines"}),
        ("par : Inès évaluation", {"words": ("evaluation",), "by": "Inès"}),
        ('by:"Inès Martin"', {"by": "Inès Martin"}),
        ("by:<@U123|Inès Martin> guide", {"by": "<@U123|Inès Martin>", "words": ("guide",)}),
        ("type:vidéos", {"kind": "video"}),
        ("type: outil", {"kind": "tool"}),
        ("Type:Modèles", {"kind": "template"}),
        ("type:cours", {"kind": "course"}),
        ("type:formation", {"kind": "course"}),
        ("x tout:", {"words": ("x",), "all": True}),
        ("all: guide", {"words": ("guide",), "all": True}),
        ("guide all:yes", {"words": ("guide",), "all": True}),
        ("guide all:no", {"words": ("guide",)}),
        ("-#vidéo #École", {"tags": ("école",), "without_tags": ("vidéo",)}),
        ('guide -"mode d’emploi"', {"words": ("guide",), "without": (("mode", "d", "emploi"),)}),
        ("« phrase exacte »", {"phrases": (("phrase", "exacte"),)}),
        ("“exact words” and", {"phrases": (("exact", "word"),)}),
        ('guide "never closed', {"words": ("guide", "never", "closed")}),
        ("pré-test", {"words": ("pre", "test")}),
        ("titre:guide", {"words": ("titre", "guide")}),
        ("https://example.org/a", {"words": ("http", "example", "org")}),
        ("l'évaluation des outils", {"words": ("evaluation", "outil")}),
        ("qu’est-ce que l’évaluation", {"words": ("evaluation",)}),
        ("the", {"words": ("the",)}),
        ("guide guide guides", {"words": ("guide",)}),
        ("guide - pratique", {"words": ("guide", "pratique")}),
    ],
)
def test_questions_are_read_as_people_type_them(line: str, expected: dict[str, object]) -> None:
    """French and English, typographic spaces and quotes, and what is no operator is words."""
    found = read(line)

    for name in Query.__dataclass_fields__:
        if name not in {"plain", "others"}:
            default = Query.__dataclass_fields__[name].default
            assert getattr(found, name) == expected.get(name, default), name


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6mo", "2026-05-02"),
        ("6mois", "2026-05-02"),
        ("6 mois", "2026-05-02"),
        ("3w", "2026-10-12"),
        ("3sem", "2026-10-12"),
        ("2 semaines", "2026-10-19"),
        ("1y", "2025-11-02"),
        ("1an", "2025-11-02"),
        ("30d", "2026-10-03"),
        ("30j", "2026-10-03"),
        ("9999y", "1970-11-02"),
        ("9999d", "1999-06-18"),
        ("2026-03-15", "2026-03-15"),
        ("15/03/2026", "2026-03-15"),
        ("3 mars 2026", "2026-03-03"),
        ("3 mars", "2026-03-03"),
        ("march 3", "2026-03-03"),
        ("3 décembre", "2025-12-03"),
        ("mars", "2026-03-01"),
        ("décembre", "2025-12-01"),
        ("novembre", "2026-11-01"),
        ("janvier 2025", "2025-01-01"),
        ("2025-07", "2025-07-01"),
        ("2025", "2025-01-01"),
        ("hier", "2026-11-01"),
        ("yesterday", "2026-11-01"),
        ("today", "2026-11-02"),
        ("vendredi", "2026-10-30"),
        ("03/04", "2026-03-04"),
    ],
)
def test_a_length_or_a_date_says_since_when(typed: str, day: str) -> None:
    """Lengths, dates in words and as numbers, looking back; the words after it are words."""
    quoted = read(f'guide depuis:"{typed}"').since
    bare = read(f"since:{typed} guide")

    assert quoted is not None
    assert f"{quoted + timedelta(hours=2):%Y-%m-%d}" == day
    assert (bare.since, bare.words) == (quoted, ("guide",))


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ("type:livre", "resource-find-type", "livre"),
        ("guide type:", "resource-find-type-missing", None),
        ("since:demain", "resource-find-since", "demain"),
        ("depuis:après-demain", "resource-find-since", "après-demain"),
        ("since:toujours", "resource-find-since", "toujours"),
        ("depuis:2027-01-01", "resource-find-since", "2027-01-01"),
        ("depuis:31/02/2026", "resource-find-since", "31/02/2026"),
        ("since:", "resource-find-since-missing", None),
    ],
)
def test_an_operator_that_cannot_be_understood_is_said(
    line: str, key: str, words: str | None
) -> None:
    """An unknown type or date is not guessed: the words come back, with what to type instead."""
    with pytest.raises(Refusal) as refused:
        read(line)

    assert refused.value.says.key == key
    assert refused.value.says.values == (() if words is None else (("words", words),))


@pytest.mark.parametrize(
    "line", ["", "  ", '"', "*", "-", "🎉", "-vidéo", "all:", '"" «»', "\x00", "#"]
)
def test_nothing_to_look_for_is_said(line: str) -> None:
    """Signs alone, or only what is not wanted, are no question (9.A7)."""
    with pytest.raises(Refusal) as refused:
        read(line)

    assert refused.value.says.key == "resource-find-words"


def test_a_question_has_its_length() -> None:
    """2,000 characters are read, one more is refused."""
    assert read("a " * 1_000).words == ("a",)
    with pytest.raises(Refusal) as refused:
        read("a" * 2_001)
    assert refused.value.says.key == "resource-find-long"


# ── asking SQLite ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("formative evaluation", [1, 2]),
        ("Évaluation formatives", [1, 2]),
        ("story", [2]),
        ("réunion", [3]),
        ("l'animation", [3]),
        ("journaux", [4]),
        ("outil modèle", [5]),
        ('"évaluation formative"', [1]),
        ("formative -guide", [2]),
        ('formative -story -"évaluations formatives"', []),
        ("NEAR(guide formative)", []),
        ("title:guide", []),
        ("guide*", [1]),
        ('"guide" OR "story"', []),
        ("wiki", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_question_finds_its_resources(
    library: sqlite3.Connection, line: str, found: list[int]
) -> None:
    """Accents, case and plurals aside; nothing that is typed is FTS5's syntax (9.A1, 9.A7)."""
    assert ask(library, read(line)) == found


def test_the_beginning_of_a_word_is_enough_where_asked(library: sqlite3.Connection) -> None:
    """From three letters on; two are the beginning of too many words."""
    assert ask(library, read("anim"), prefix=True) == [3, 5]
    assert ask(library, read("anim")) == []
    assert ask(library, read("an"), prefix=True) == []


def test_conditions_alone_ask_for_no_words() -> None:
    """A tag or a type needs no MATCH; what must not be there has one of its own."""
    assert match(read("#évaluation type:guide"), prefix=True) is None
    assert excluded(read("#évaluation -vidéo")) == '"video"'
    assert excluded(read("#évaluation")) is None


@given(line=LINES, prefix=st.booleans())
@example(line="a" * 2_000, prefix=True)
@example(line='a"b"c"', prefix=False)
@example(line="guide " + "-a1 -b2 " * 240, prefix=False)
@example(line=" ".join(f"{number:x}" for number in range(500)), prefix=True)
@example(line="guide " + " ".join(f"-{number:x}" for number in range(390)), prefix=True)
@example(line="\ud800 guide\x00guide", prefix=True)
def test_no_question_is_an_error(library: sqlite3.Connection, line: str, prefix: bool) -> None:
    """Whatever is typed, the answer is a refusal in words or a list, never a fault (9.A7)."""
    try:
        query = read(line)
    except Refusal:
        return

    assert ask(library, query, prefix=prefix) is not None
    rebuilt = f"{' '.join(query.words)} {query.others}".strip()
    if len(rebuilt) <= LONGEST_LINE:
        assert replace(read(rebuilt), plain=query.plain, others=query.others) == query
    unwanted = excluded(query)
    if unwanted is not None:
        library.execute("SELECT rowid FROM t WHERE t MATCH ?", (unwanted,)).fetchall()


# ── spelling ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("evalution", "evaluation"),
        ("evaluaiton", "evaluation"),
        ("evaulatoin", "evaluation"),
        ("formtion", "formation"),
        ("giude", "guide"),
        ("gide", "guide"),
        ("gxyde", None),
        ("guide", None),
        ("ab", None),
        ("", None),
        ("sorties", "stories"),
    ],
)
def test_the_nearest_word_is_proposed(word: str, near: str | None) -> None:
    """One slip in a short word, two in a long one; a word is not proposed for itself (9.A5)."""
    known = [("evaluation", 3), ("evacuation", 9), ("formation", 5), ("guide", 2), ("stories", 1)]

    assert nearest(word, known) == near


def test_of_words_as_near_the_most_used_is_proposed() -> None:
    """The nearest first; among equals, the one that most resources hold (9.A5)."""
    assert nearest("cote", [("note", 2), ("code", 7), ("vote", 7)]) == "code"
    assert nearest("formes", [("former", 1), ("formats", 90)]) == "former"


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein with neighbours swapped once, from the textbook, to compare with."""
    rows = [
        [max(i, j) if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(st.text("abc", min_size=3, max_size=9), st.lists(st.text("abc", max_size=10), max_size=30))
def test_slips_are_counted_as_in_the_textbook(word: str, others: list[str]) -> None:
    """The quick count finds a word exactly where the slow one does."""
    slips = 1 if len(word) <= 5 else 2
    near = {other: distance(word, other) for other in others if other != word}
    best = min(near.values(), default=99)
    found = nearest(word, [(other, 1) for other in others])

    assert (found is not None) == (best <= slips)
    assert found is None or near[found] == best
