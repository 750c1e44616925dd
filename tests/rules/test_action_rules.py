"""What a line of notes asks for, and of whom, by when: as people write it in two languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.date_words import Misread
from bot.dates import NotUnderstood, Understood, understand
from bot.features.meetings.action_rules import (
    Task,
    Unclear,
    matched,
    read_link,
    read_task,
    write_task,
)

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
FRIDAY = date(2026, 11, 6)
BEN, INES, JEAN, PAUL = 1, 2, 3, 4
NAMES = {
    "ben": BEN,
    "u1": BEN,
    "ines": INES,
    "jean dupont": JEAN,
    "jean paul": PAUL,
    "sam": None,  # two of them
}


def when(words: str) -> date | NotUnderstood:
    """The day that words mean to somebody in Paris."""
    found = understand(words, now=NOW, zone="Europe/Paris", language="fr")
    return found.wall.date() if isinstance(found, Understood) else found


def read(line: str) -> Task | Unclear:
    """A line as these people's notes understand it."""
    return read_task(line, NAMES, when, 200)


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("@ben budget, by friday", Task("budget", BEN, FRIDAY)),
        ("@Ben the budget by Friday", Task("the budget", BEN, FRIDAY)),
        ("@ines envoyer le support avant vendredi", Task("envoyer le support", INES, FRIDAY)),
        ("@Inès : envoyer le support, avant vendredi", Task("envoyer le support", INES, FRIDAY)),
        ("Inès : envoyer le support avant le 6 novembre", Task("envoyer le support", INES, FRIDAY)),
        ("envoyer le support @ines d’ici vendredi", Task("envoyer le support", INES, FRIDAY)),
        ("envoyer le support avant vendredi (@ines)", Task("envoyer le support", INES, FRIDAY)),
        ("<@U1> budget before 2026-11-06", Task("budget", BEN, FRIDAY)),
        ("<@U1|ben> budget", Task("budget", BEN)),
        ("@Jean Dupont réserver la salle pour vendredi", Task("réserver la salle", JEAN, FRIDAY)),
        ("@Jean-Paul", Unclear("person", "Jean-Paul")),
        ("@Jean Paul, affiches → vendredi", Task("affiches", PAUL, FRIDAY)),
        ("budget, friday", Task("budget", None, FRIDAY)),
        ("@ben budget, by fridy", Task("budget", BEN, FRIDAY)),
        (
            "@ben le budget, la salle et le repas avant vendrdi",
            Task("le budget, la salle et le repas", BEN, FRIDAY),
        ),
        ("budget (friday)", Task("budget", None, FRIDAY)),
        ("budget au plus tard vendredi", Task("budget", None, FRIDAY)),
        ("@ben budget, avant la fin du mois", Task("budget", BEN, date(2026, 11, 30))),
        ("@ben budget by friday 6 november 2026", Task("budget", BEN, FRIDAY)),
        # Words that only look like it.
        ("Book a room", Task("Book a room")),
        ("Write to jean@example.org", Task("Write to jean@example.org")),
        ("Prepare a workshop for two weeks", Task("Prepare a workshop for two weeks")),
        ("Relire avant envoi", Task("Relire avant envoi")),
        ("Affiches, salle, support", Task("Affiches, salle, support")),
        ("Voir le guide : chapitre 3", Task("Voir le guide : chapitre 3")),
        ("Ask for the room on the first floor", Task("Ask for the room on the first floor")),
    ],
)
def test_lines_as_people_write_them(line: str, task: Task | Unclear) -> None:
    """An owner anywhere, a day at the end; all else is what is to be done."""
    assert read(line) == task


@pytest.mark.parametrize(
    ("line", "why", "words"),
    [
        ("@bem budget, by friday", "person", "bem"),
        ("@sam budget", "people", "sam"),
        ("@ben @ines budget", "owners", "@ben @ines budget"),
        ("@ben et @ines préparer le budget", "owners", "@ben et @ines préparer le budget"),
        ("@ben", "words", "@ben"),
        ("@ben, by friday", "words", "@ben, by friday"),
        (f"@ben {'a' * 201}", "long", "a" * 201),
    ],
)
def test_what_cannot_be_used_is_said(line: str, why: str, words: str) -> None:
    """Nobody by that name, several, two owners, nothing to do, too much of it."""
    found = read(line)

    assert isinstance(found, Unclear)
    assert (found.why, found.words) == (why, words)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("@ben budget, by friday or monday", Misread.unknown),
        ("@ben budget by 31 november", Misread.impossible),
        ("@ben budget, by yesterday", Misread.past),
        ("@ben budget, by next friday", Misread.ambiguous),
        ("@ben budget, avant 6 lunes", Misread.unknown),
        ("@ben budget by 2036-11-06", Misread.too_far),
        ("@ben budget, before 32/13", Misread.impossible),
    ],
)
def test_a_day_that_is_none_is_never_guessed(line: str, why: Misread) -> None:
    """What was surely meant as a day, and cannot be read, comes back with the reason."""
    found = read(line)

    assert isinstance(found, Unclear)
    assert found.why == "date"
    assert found.date is not None
    assert found.date.why is why


@given(st.text(max_size=120))
def test_no_line_breaks_it(line: str) -> None:
    """Whatever is typed is a task or says why not."""
    assert isinstance(read(line), Task | Unclear)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéàç' ", max_size=60))
def test_plain_words_stay_as_they_are(words: str) -> None:
    """Where no name, sign or day is, nothing is taken away."""
    clean = " ".join(words.split())
    assume(clean)
    found = read(clean)

    if isinstance(found, Task) and found.due is None:
        assert found.words == clean.strip(" ,;:-–—→()")
        assert found.owner is None


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzé ", min_size=1, max_size=60),
    st.sampled_from([("", None), ("Ben", BEN), ("Inès", INES), ("Jean Dupont", JEAN)]),
    st.one_of(st.none(), st.dates(min_value=date(2026, 11, 2), max_value=date(2028, 10, 31))),
    st.sampled_from(["en", "fr"]),
)
def test_what_is_written_is_read_again(
    words: str, owner: tuple[str, int | None], due: date | None, language: str
) -> None:
    """A form opened again means what it meant: nothing changes by sending it untouched."""
    clean = " ".join(words.split())
    first = read(clean)
    assume(isinstance(first, Task) and first.words == clean and first.due is None)
    assume(owner[0] or first == Task(clean))

    assert read(write_task(clean, owner[0], due, language)) == Task(clean, owner[1], due)


# ── the same action, put right ──────────────────────────────────────────────────────────────────


def test_a_line_put_right_stays_the_same() -> None:
    """The same words first, then what reads much alike; what is new is new."""
    old = ["the budget", "book a room", "send the slides"]

    assert matched(old, ["send the slides", "the budgets", "call Léa"]) == {0: 2, 1: 0}
    assert matched(old, old) == {0: 0, 1: 1, 2: 2}
    assert matched([], ["the budget"]) == {}


@given(
    st.lists(st.text(alphabet="abc ", max_size=12), max_size=6),
    st.lists(st.text(alphabet="abc ", max_size=12), max_size=6),
)
def test_no_action_goes_on_twice(old: list[str], new: list[str]) -> None:
    """Each old one goes on as one new line at most, and the other way round."""
    found = matched(old, new)

    assert len(set(found.values())) == len(found)
    assert all(0 <= place < len(new) for place in found)
    assert all(0 <= place < len(old) for place in found.values())


# ── links ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("https://example.org/guide", ("https://example.org/guide", "")),
        ("The guide: https://example.org/a?b=c#d", ("https://example.org/a?b=c#d", "The guide")),
        (
            "https://medium.com/@ines/texte - son texte",
            ("https://medium.com/@ines/texte", "son texte"),
        ),
        ("example.org", None),
        ("javascript:alert(1)", None),
        ("https://user:secret@example.org/", None),
        ("https://a.example https://b.example", None),
        ("https://example.org/\u202egpj.exe", None),
        ("", None),
    ],
)
def test_a_link_a_line(line: str, link: tuple[str, str] | None) -> None:
    """One address of the web, with words beside it or none."""
    assert read_link(line) == link
