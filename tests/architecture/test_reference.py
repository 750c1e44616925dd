"""What is generated is up to date."""

from __future__ import annotations

from pathlib import Path

from bot.reference import FILE, reference

ROOT = Path(__file__).parents[2]


def test_the_command_reference_is_up_to_date() -> None:
    """`docs/commands.md` says what the commands are; `python -m bot.reference` writes it."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == reference()
