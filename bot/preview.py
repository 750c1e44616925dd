"""A preview: what would be published, with nothing to press but Publish and Edit."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Bars, Block, Button, Buttons, Card, Paragraph, Picker, Rule
from bot.fields import FormAgain, FormPublish
from bot.text import Text, text


def previewed(card: Card, draft: int, where: Text | None = None) -> Card:
    """A preview: the card without its buttons, `where` it is to appear, then Publish and Edit."""
    return Card(
        text("preview-title"),
        (
            *([Paragraph(card.title)] if card.title else []),
            *still(card).blocks,
            Rule(),
            *([Paragraph(where)] if where is not None else []),
            Buttons(
                (
                    Button(text("publish"), FormPublish(draft), "primary"),
                    Button(text("edit"), FormAgain(draft)),
                )
            ),
        ),
    )


def still(card: Card) -> Card:
    """The card with nothing to press."""
    blocks: list[Block] = []
    for block in card.blocks:
        match block:
            case Bars(rows):
                blocks.append(Bars(tuple(replace(row, button=None) for row in rows)))
            case Buttons() | Picker():
                continue
            case _:
                blocks.append(block)
    return Card(card.title, tuple(blocks))
