"""Words of the library as they are compared, and snippets that show where they were found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.folding import AROUND, folded, indexed, marked, words_of

# ── comparing ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "alike",
    [
        "Évaluations évaluation EVALUATION évaluations",
        "journaux journal",
        "régionaux régional",
        "jeux jeu",
        "réseaux réseau",
        "noyaux noyau",
        "travaux travail",
        "idéaux idéal",
        "outils outil",
        "vidéos video videos",
        "stories story",
        "stratégies stratégie strategies strategy",
        "vies vie",
        "classes classe class",
        "presses presse press",
        "processes process",
        "boxes box",
        "annexes annexe annex",
        "coaches coach",
        "fiches fiche",
        "quizzes quizz quiz",
        "activités activité",
        "amis ami",
        "contenus contenu",
        "cœurs coeur",
        "straße strasse",
        "cafe\u0301s café",
        "parcours parcours",
    ],
)
def test_forms_of_a_word_fold_alike(alike: str) -> None:
    """Singular and plural, with and without accents and capitals, are one word (9.A1)."""
    assert len({folded(word) for word in alike.split()}) == 1


APART = """
    cours cour temps temp processus procès campus camp bonus bon analysis analyse news new mois moi
    pays paie corps cor mais mai avis fois foi paris pari canvas canva bras bra class clause fonds
    fond moins main plus pli sens sen travers travel univers windows window voix voie choix prix
    faux fal taux tal bus but gas gâteau index indice mars mar lens len bias biais
    """.split()  # noqa: SIM905  (words read better as words)


def test_different_words_stay_apart() -> None:
    """No word that only looks like a plural becomes another word (9.A1)."""
    assert [pair for pair in combinations(APART, 2) if folded(pair[0]) == folded(pair[1])] == []


@pytest.mark.parametrize(
    "word", ["processus", "campus", "bonus", "cours", "temps", "analysis", "news"]
)
def test_a_word_that_is_no_plural_stays_itself(word: str) -> None:
    """A final s is not always a plural's."""
    assert folded(word) == word


@given(st.text())
@example("videoss")
@example("jeuxs")
@example("ℌİŉ")
def test_folding_twice_changes_nothing(said: str) -> None:
    """What is indexed and what is asked meet, however often either was folded."""
    assert folded(folded(said)) == folded(said)
    assert indexed(indexed(said)) == indexed(said)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("L'évaluation d’équipes", ["l", "evaluation", "d", "equipe"]),
        ("web_2.0 / pair-à-pair", ["web", "2", "0", "pair", "a", "pair"]),
        ("C++, ½ & №", ["c", "1", "2"]),
        ("\x00 🎉 \ud800", []),
    ],
)
def test_a_text_is_cut_as_the_index_cuts(said: str, words: list[str]) -> None:
    """Letters and digits make words; apostrophes, hyphens and all else separate."""
    assert words_of(said) == words


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), min_size=1))
def test_the_index_cuts_no_further(said: str) -> None:
    """SQLite's unicode61 takes each word of ours as one word, so that phrases stay phrases."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        db.execute("CREATE VIRTUAL TABLE words USING fts5vocab('t', 'row')")
        db.execute("INSERT INTO t VALUES (?)", (indexed(said),))
        kept = {row[0] for row in db.execute("SELECT term FROM words")}

    assert kept == set(words_of(said))


def test_an_address_is_found_by_its_letters() -> None:
    """A link to %C3%89valuation is a link to Évaluation; what is no text is left out."""
    assert indexed("https://a.org/%C3%89valuation") == "http a org evaluation"
    assert indexed("https://a.org/%FFx") == "http a org x"


# ── snippets ────────────────────────────────────────────────────────────────────────────────────


def test_the_words_found_are_marked_as_they_were_written() -> None:
    """ "evaluation" marks « Évaluations », and nothing beside it (9.A1)."""
    assert marked("Des Évaluations, de l'évaluateur", {"evaluation"}) == [
        ("Des ", False),
        ("Évaluations", True),
        (", de l'évaluateur", False),
    ]
    assert [
        word for word, found in marked("De l'évaluateur", {"eval"}, prefixes=True) if found
    ] == ["évaluateur"]


def test_a_snippet_shows_where_most_words_meet() -> None:
    """Of a long note, the part around the words is shown, cut between words."""
    said = "Rien ici. " * 30 + "Une évaluation par les pairs se prépare. " + "Et la suite. " * 30
    pieces = marked(f"Une évaluation seule. {said}", {"evaluation", "pair"})
    shown = "".join(words for words, _ in pieces)

    assert [words for words, found in pieces if found] == ["évaluation", "pairs"]
    assert shown.startswith("…") and shown.endswith("…")
    assert all(word in said for word in shown.strip("…").split())


@given(st.text(), st.lists(st.text(max_size=6), max_size=4), st.booleans(), st.integers(1, 80))
@example("a" * 500 + " b", ["a" * 500], False, 40)
def test_a_snippet_is_a_part_of_the_text(
    said: str, words: list[str], prefixes: bool, around: int
) -> None:
    """Whatever the text, the pieces put together stand in it, and are no longer than asked."""
    wanted = {word for each in words for word in words_of(each)}
    pieces = marked(said, wanted, prefixes=prefixes, around=around)
    whole = " ".join(said.split())
    shown = "".join(piece for piece, _ in pieces)

    assert len(shown) <= around + 2
    assert len(whole) > around or shown == whole
    assert shown.removeprefix("…").removesuffix("…") in whole or "…" in whole
    assert all(piece for piece, _ in pieces)
    assert not any(found for _, found in pieces) or wanted


def test_without_a_match_the_beginning_is_shown() -> None:
    """A note that holds none of the words begins as it begins."""
    assert marked("Une note.", {"guide"}) == [("Une note.", False)]
    assert len(marked("mot " * 100, {"guide"})[0][0]) <= AROUND + 1
