"""Words on one row keep the spaces at which no line may break."""

from __future__ import annotations

import pytest

from adapters import lengths
from adapters.discord import spelling as discord
from adapters.slack import spelling as slack
from bot.language import Reader
from bot.text import text

FR = Reader("fr", "Europe/Paris")


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (" a \n\t b ", "a b"),
        ("Oui\u00a0:\n 14\u202fh", "Oui\u00a0: 14\u202fh"),
        ("\u2028é\u3000", "é"),
        ("\u00a0", ""),
    ],
)
def test_one_row_of_words(words: str, row: str) -> None:
    """Line breaks go; a no-break space is never an ordinary one afterwards."""
    assert lengths.one_line(words) == row


def test_french_stays_french_in_bold_and_on_buttons() -> None:
    """No line begins with a colon: bold words and labels keep the space that stands before it."""
    said = text("table-fact", label="Oui", value="3")
    expected = "Oui\u00a0: 3"
    assert slack.unmarked(said, FR, 75) == discord.unmarked(said, FR, 80) == expected
    assert slack.bold(slack.mrkdwn(said, FR)) == f"*{expected}*"
    assert discord.bold(discord.markdown(said, FR)) == f"**{expected}**"
