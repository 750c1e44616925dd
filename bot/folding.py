"""Words as they are compared, so that "evaluation" finds « Évaluations » and shows where.

Case and accents go, and so do plurals, French and English at once: nobody says in which language a
title or a question is written. What comes out is for comparing; people never need to read it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

AROUND = 160
"""Characters of a text that are shown around the words found."""

PREFIX_FROM = 3
"""A word of fewer letters is the beginning of too many others."""

# A letter or digit and all that follow it, accents written apart included: what FTS5's unicode61
# takes for a word, so that the index never cuts what was cut here (apostrophes and `_` separate).
_RUN = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_WORD = re.compile(r"[^\W_]+")
_ESCAPED = re.compile("(?:%[0-9A-Fa-f]{2})+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})

# End in -s or -x and are no plurals. Without them, some would become another word (cours: cour,
# temps: temp, news: new, canvas: Canva, pays: pay), the others a stump.
_NO_PLURALS = frozenset(
    """
    abus acces ailleurs alors always anglais apres atlas avis bias bois bonus bras campus canvas
    chaos colis compris compromis congres consensus corps corpus cosmos cursus dans dehors depuis
    dessous dessus deux divers envers ethos exces expres focus fois fonds francais genius gens gros
    heros hors iris jamais lens lors mais malus marais mars mauvais means mieux minus mois moins
    news nous palais paris pays perhaps permis plus plusieurs poids pres processus proces progres
    propos prospectus puis puits radius refus relais repas repos revers sans sens sous souris status
    stimulus succes surplus syllabus tapis temps tennis terminus thesaurus this tiers toujours tous
    travers tres trois univers velours vers versus vieux virus vous windows
    """.split()  # noqa: SIM905  (a list of a hundred words reads better as words)
)

# (ending, what it becomes, letters that the word has at least); the first that fits.
_ENDINGS = (
    ("cours", "cours", 5),  # cours, parcours, discours, concours
    ("sis", "sis", 5),  # analysis, thesis
    ("travaux", "travail", 7),
    ("ideaux", "ideal", 6),
    ("eaux", "eau", 5),  # réseaux: réseau
    ("yaux", "yau", 5),  # noyaux: noyau
    ("aux", "al", 5),  # journaux: journal
    ("eux", "eu", 4),  # jeux: jeu
    ("oux", "ou", 5),  # bijoux: bijou
    ("zzes", "z", 5),  # quizzes, quizz: quiz
    ("zz", "z", 4),
    ("sses", "ss", 5),  # classes, classe, class: class
    ("sse", "ss", 5),
    ("ches", "ch", 5),  # coaches: coach; fiches, fiche: fich
    ("che", "ch", 5),
    ("shes", "sh", 5),  # wishes: wish
    ("xes", "x", 4),  # boxes: box; annexes, annexe: annex
    ("xe", "x", 4),
    ("ies", "y", 5),  # stories: story; stratégies, stratégie, strategies, strategy: strategy
    ("ie", "y", 4),
    ("ss", "ss", 2),  # process
    ("s", "", 4),  # outils: outil
)


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """One word as it is compared: no case, no accent, no plural. Folding again changes nothing.

    Source of the plurals: the S-stemmer of D. Harman ("How effective is suffixing?", 1991: -ies,
    -es and -s, never -ss) and J. Savoy's light and minimal stemmers for French (1999: -aux is the
    plural of -al, -x the one of -eau and -eu). Of Savoy's, verb endings and final double letters
    are left alone: they bring apart words together (formée, former). Besides: English -ches, -xes,
    -sses and French -che, -xe, -sse share one form, for nobody knows which language a word is in.
    """
    bare = _bare(word)
    while (next_ := _without_plural(bare)) != bare:
        bare = next_
    return bare


def words_of(text: str) -> list[str]:
    """The words of a text in order, folded; apostrophes separate: « l'évaluation » is two words."""
    if text.isascii():
        return [folded(word) for word in _WORD.findall(text)]
    return [word for run in _RUN.findall(text) for word in _folded_run(run)]


def indexed(text: str) -> str:
    """A text as the index keeps it: its words, folded, with a space between.

    In an address, letters that are written as `%C3%89` are letters.
    """
    return " ".join(words_of(_ESCAPED.sub(_unescaped, text)))


def marked(
    text: str, wanted: Iterable[str], *, prefixes: bool = False, around: int = AROUND
) -> list[tuple[str, bool]]:
    """The part of a text that holds the most of the (folded) words `wanted`, in pieces.

    Each piece says whether it is a word that was found; `prefixes` finds words that begin so, too.
    About `around` characters, cut between words, with an ellipsis where something is left out. If
    nothing is found: the beginning of the text, in one piece.
    """
    said = " ".join(text.split())
    words = frozenset(wanted)
    starts = tuple(word for word in words if len(word) >= PREFIX_FROM) if prefixes else ()
    hits = [
        (run.start(), run.end(), tuple(found))
        for run in _RUN.finditer(said)
        if (found := _found(run[0], words, starts))
    ]
    first, last = _window(said, hits, around)
    pieces = [("…", False)] if first else []
    at = first
    for start, end, _ in hits:
        if start >= last or end <= first:
            continue
        pieces += [(said[at:start], False), (said[max(start, first) : min(end, last)], True)]
        at = min(end, last)
    pieces.append((said[at:last], False))
    if last < len(said):
        pieces.append(("…", False))
    return _joined(pieces)


def _unescaped(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return " "


def _bare(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    while True:
        # Folding case and taking signs apart each make work for the other, in rare scripts.
        kept = "".join(sign for sign in apart if not unicodedata.combining(sign))
        plain = unicodedata.normalize("NFKD", kept.casefold().translate(_LETTERS))
        if plain == apart:
            return plain
        apart = plain


def _without_plural(word: str) -> str:
    if word in _NO_PLURALS:
        return word
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) >= least:
            return word[: len(word) - len(ending)] + instead
    return word


@lru_cache(maxsize=16_384)
def _folded_run(run: str) -> tuple[str, ...]:
    # Taking signs apart may give several words: ½ is 1 and 2.
    return tuple(folded(word) for word in _WORD.findall(_bare(run)))


def _found(run: str, words: frozenset[str], starts: tuple[str, ...]) -> list[str]:
    return [word for word in _folded_run(run) if word in words or word.startswith(starts)]


def _window(
    said: str, hits: list[tuple[int, int, tuple[str, ...]]], around: int
) -> tuple[int, int]:
    """Where the part to show begins and ends: as many different words as fit, a third before."""
    if len(said) <= around:
        return 0, len(said)
    best, span = 0, (0, 0)
    for at, (start, end, _) in enumerate(hits):
        seen: set[str] = set()
        for _, stop, words in hits[at:]:
            if stop - start > around:
                break
            seen.update(words)
            end = stop
        if len(seen) > best or at == 0:
            best, span = len(seen), (start, end)
    room = max(0, around - (span[1] - span[0]))
    first = max(0, min(span[0] - room // 3, len(said) - around))
    last = min(len(said), first + around)
    if first and (space := said.find(" ", first - 1, span[0])) >= 0:
        first = space + 1
    if last < len(said) and (space := said.rfind(" ", max(span[1], first + 1), last + 1)) >= 0:
        last = space
    return first, last


def _joined(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Pieces that are not marked and stand side by side are one; empty ones are none."""
    kept: list[tuple[str, bool]] = []
    for words, is_found in pieces:
        if words and kept and not is_found and not kept[-1][1]:
            kept[-1] = (kept[-1][0] + words, False)
        elif words:
            kept.append((words, is_found))
    return kept
