"""Who offers what, and who has to do with what somebody looks for, with the reason for each."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access, choices, knowing
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Refusal
from bot.features.people import commands, records, routes, rules, views
from bot.knowing import FillCard, Knower, Known
from bot.text import Line, Words, joined, text
from storage import drafts

PAGE = 5
LONGEST = 100
SHORT = 120


@dataclass(frozen=True, slots=True)
class Who:
    """What is looked for; empty: everybody."""

    words: str


def who(ctx: Context, asked: Who) -> Outcome:
    """Answer privately who has to do with something; without words, list the members."""
    if not asked.words:
        return Reply(_members(ctx, 0))
    found = knowing.who(ctx, knowing.asked(asked.words))
    if not found:
        return Reply(_nobody(ctx, asked.words))
    draft = 0
    if len(found) > PAGE:
        given = {"words": asked.words, "community": str(ctx.here.id)}
        draft = drafts.keep(ctx.db, ctx.now, ctx.me, None, "people.who", given).id or 0
    return Reply(_knowers(ctx, asked.words, found, 0, draft))


def knowers(ctx: Context, press: routes.Knowers) -> Outcome:
    """Another page of the same answer, in place."""
    draft = drafts.own(ctx.db, ctx.me, press.draft, ctx.now)
    if draft is None or draft.command != "people.who":
        raise Refusal(text("draft-gone"))
    commands.entered(ctx, draft.given.get("community", ""))
    access.require(ctx, Rank.MEMBER)
    words = draft.given["words"]
    found = knowing.who(ctx, knowing.asked(words))
    if not found:
        return Reply(_nobody(ctx, words), replace=True)
    return Reply(_knowers(ctx, words, found, press.page, press.draft), replace=True)


def listing(ctx: Context, press: routes.Members) -> Outcome:
    """A page of the members."""
    choices.member_of(ctx, press.community)
    return Reply(_members(ctx, press.page), replace=press.page > 0)


def knows(ctx: Context, words: tuple[str, ...]) -> tuple[Known, ...]:
    """Who offers it, in their own words."""
    found = []
    for person, said in records.offering(ctx.db, ctx.here.id or 0):
        if entries := rules.offered(said, words):
            line = text("people-offers", words=Words(_short(", ".join(entries))))
            found.append(Known(person, line, offered=True))
    return tuple(found)


# ── how they look ───────────────────────────────────────────────────────────────────────────────


def _knowers(ctx: Context, words: str, found: list[Knower], number: int, draft: int) -> Card:
    pages = -(-len(found) // PAGE)
    number = min(max(number, 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    lines = [
        Paragraph(text("people-line", who=ctx.mention(one.person), basis=joined(one.lines)))
        for one in some
    ]
    opening = tuple(views.opens(ctx, one.person) for one in some)
    turning = [
        Button(text(key), routes.Knowers(draft, page))
        for key, page in _turns(number, pages)
        if draft
    ]
    title = text("people-who-title", words=Words(words[:60]), count=len(found))
    return Card(title, (*lines, Buttons((*opening, *turning)), Note(text("people-who-note"))))


def _members(ctx: Context, number: int) -> Card:
    here = ctx.here.id or 0
    count = records.count(ctx.db, here)
    pages = max(1, -(-count // PAGE))
    number = min(max(number, 0), pages - 1)
    some = records.page(ctx.db, here, number * PAGE, PAGE)
    blocks: list[Block] = []
    for one in some:
        basis: Line = text("people-silent")
        if one.offers:
            offers = ", ".join(rules.entries(one.offers))
            basis = text("people-offers", words=Words(_short(offers)))
        blocks.append(Paragraph(text("people-line", who=ctx.mention(one.person), basis=basis)))
    opening = [views.opens(ctx, one.person) for one in some if one.person != ctx.me]
    turning = [Button(text(key), routes.Members(here, page)) for key, page in _turns(number, pages)]
    more = (commands.my_button(ctx), Button(text("core-button"), routes.Core(here)))
    blocks.append(Buttons((*opening, *turning, *more)))
    blocks.append(Note(text("people-list-note")))
    return Card(text("people-title", count=count, page=number + 1, pages=pages), tuple(blocks))


def _turns(number: int, pages: int) -> list[tuple[str, int]]:
    back = [("people-previous", number - 1)] if number > 0 else []
    return back + ([("people-next", number + 1)] if number + 1 < pages else [])


def _nobody(ctx: Context, words: str) -> Card:
    here = ctx.here.id or 0
    buttons = (
        Button(text("people-list-button"), routes.Members(here, 0)),
        Button(text("card-fill-button"), FillCard(here)),
    )
    says = text("people-nobody", words=Words(words[:60]))
    return Card(None, (Paragraph(says), Buttons(buttons)))


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[: SHORT - 1].rpartition(" ")[0] + "…"
