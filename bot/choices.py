"""What somebody chose for themselves: their language, and how much the bot may write to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlmodel import col, delete

from bot import access
from bot.card import Block, Button, Buttons, Card, Note, Outcome, Paragraph, Reply
from bot.command import LANGUAGES, Press
from bot.context import Context
from bot.language import best_language
from bot.route import Route
from bot.text import text
from storage import people
from storage.people import Member, Mute


@dataclass(frozen=True, slots=True)
class Mine(Route):
    """My messages: what I chose in this community."""

    address: ClassVar[str] = "mine.show"
    community: int


@dataclass(frozen=True, slots=True)
class Speak(Route):
    """Speak this language to me; empty: the one of my chat."""

    address: ClassVar[str] = "mine.language"
    community: int
    language: str


@dataclass(frozen=True, slots=True)
class Quiet(Route):
    """Send me nothing but what I started, or everything again."""

    address: ClassVar[str] = "mine.quiet"
    community: int
    on: bool


@dataclass(frozen=True, slots=True)
class Usual(Route):
    """No longer at most one message a week."""

    address: ClassVar[str] = "mine.usual"
    community: int


@dataclass(frozen=True, slots=True)
class Again(Route):
    """This kind of message again, after a "stop"."""

    address: ClassVar[str] = "mine.again"
    community: int
    kind: str


def member_of(ctx: Context, community: int) -> Member:
    """The acting person's membership. Raises a Refusal that offers to join where there is none."""
    ctx.enter(community)
    if ctx.member is None:
        raise access.NotMember()
    return ctx.member


def show(ctx: Context, press: Mine) -> Outcome:
    """What I chose."""
    return Reply(card(ctx, member_of(ctx, press.community)))


def speak(ctx: Context, press: Speak) -> Outcome:
    """Choose a language; the answer speaks it already."""
    member = member_of(ctx, press.community)
    set_language(ctx, press.language)
    return _redrawn(ctx, member)


def set_language(ctx: Context, language: str) -> None:
    """From now on this language (empty: the one of the chat) is spoken to me, this answer included."""
    if language not in ("", *LANGUAGES) or ctx.person is None:
        raise access.unknown_thing()
    ctx.person.language = language or None
    ctx.db.add(ctx.person)
    said = ctx.request.account.locale if ctx.request and ctx.request.account else ""
    ctx.reader = replace(
        ctx.reader, language=best_language(ctx.person.language, said, ctx.here.language)
    )


def quiet(ctx: Context, press: Quiet) -> Outcome:
    """Choose quiet, or end it."""
    member = member_of(ctx, press.community)
    member.quiet = press.on
    return _redrawn(ctx, member)


def usual(ctx: Context, press: Usual) -> Outcome:
    """Take "fewer messages" back."""
    member = member_of(ctx, press.community)
    member.fewer = False
    return _redrawn(ctx, member)


def again(ctx: Context, press: Again) -> Outcome:
    """Take a "stop" back."""
    member = member_of(ctx, press.community)
    ctx.db.exec(
        delete(Mute).where(
            col(Mute.community_id) == press.community,
            col(Mute.person_id) == ctx.me,
            col(Mute.kind) == press.kind,
        )
    )
    return _redrawn(ctx, member)


def _redrawn(ctx: Context, member: Member) -> Reply:
    ctx.db.add(member)
    ctx.db.flush()
    return Reply(card(ctx, member), replace=True)


def card(ctx: Context, member: Member) -> Card:
    """What I chose, and a button to change each choice."""
    here = member.community_id
    chosen = ctx.person.language if ctx.person else None
    language = ctx.reader.language
    blocks: list[Block] = [
        Paragraph(
            text(
                "mine-language" if chosen else "mine-language-usual",
                language=text(f"language-{language}"),
            )
        )
    ]
    buttons = [
        Button(text(f"mine-speak-{other}"), Speak(here, other))
        for other in LANGUAGES
        if other != language
    ]
    if chosen:
        buttons.append(Button(text("mine-speak-usual"), Speak(here, "")))
    if member.quiet:
        blocks.append(Paragraph(text("mine-quiet")))
        buttons.append(Button(text("mine-quiet-end"), Quiet(here, on=False)))
    else:
        blocks.append(Paragraph(text("mine-fewer" if member.fewer else "mine-usual")))
        buttons.append(Button(text("mine-quiet-start"), Quiet(here, on=True)))
    if member.fewer:
        buttons.append(Button(text("mine-fewer-end"), Usual(here)))
    for kind in sorted(people.muted(ctx.db, here, member.person_id)):
        blocks.append(Paragraph(text(f"mine-stopped-{kind}")))
        buttons.append(Button(text(f"mine-again-{kind}"), Again(here, kind)))
    for each in (each for feature in ctx.desk.features for each in feature.mine(ctx)):
        blocks.append(Paragraph(each.line))
        buttons.append(each.button)
    return Card(
        text("mine-title"),
        (*blocks, Buttons(tuple(buttons)), Note(text("mine-community", name=ctx.here.name))),
    )


PRESSES = (
    Press(Mine, show),
    Press(Speak, speak),
    Press(Quiet, quiet),
    Press(Usual, usual),
    Press(Again, again),
)
