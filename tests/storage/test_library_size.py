"""A large library: a question that finds nothing holds up nobody else for long."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest

from bot.features.resources import importing
from bot.features.resources.entries import Entry
from storage.database import Work
from tests.kit.chat import Chat
from tests.kit.engine import EngineWire

LETTERS = "abcdefghijklmnopqrstuvwxyz"
AT_MOST = 0.3
"""Seconds of the writing thread; about 0.02 where it was measured, several seconds before."""


@pytest.mark.parametrize("kind", ["unknown", "known", "misspelt"])
async def test_a_question_of_hundreds_of_words_is_soon_answered(
    blank: Path, tmp_path: Path, kind: str
) -> None:
    """Only some words of it are looked into: nearness costs time by words and tags."""
    shutil.copy(blank, tmp_path / "ronde.db")
    chat = Chat(EngineWire(), tmp_path / "ronde.db")
    await chat.start()
    await chat.founded()
    chosen = random.Random(1)
    known = ["".join(chosen.choices(LETTERS, k=chosen.randint(5, 9))) for _ in range(1_000)]
    words = {
        "unknown": [f"{number:x}q" for number in range(450)],
        "known": known[:240],
        "misspelt": [word[:2] + word[3] + word[2] + word[4:] for word in known[:240]],
    }[kind]
    took: list[float] = []

    def filled(work: Work) -> None:
        lines = [
            (at, Entry(f"https://example.org/{at}", word, (word, known[at // 2])))
            for at, word in enumerate(known)
        ]
        into = importing.Into(1, 1, {}, chat.clock.now())
        with work.session() as db:
            importing.bring_in(db, into, lines, {}, importing.Report())

    def began(work: Work) -> None:
        took.append(-time.thread_time())

    def ended(work: Work) -> None:
        took[0] += time.thread_time()

    await chat.app.database.write(filled)
    await chat.app.database.write(began)
    await chat.ann.types("/find " + " ".join(words)[:1_990])
    await chat.app.database.write(ended)
    said = chat.ann.told
    await chat.stop()

    assert "Nothing found for" in said
    assert took[0] < AT_MOST
