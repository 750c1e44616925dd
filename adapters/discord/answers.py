"""How an interaction is answered on Discord: within three seconds, once, privately.

The first answer may be a message, a redrawn message, a modal or a mere sign of life; everything
after it travels through the interaction's webhook. A modal can only be a first answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import aiohttp
import discord
import structlog

from adapters import lengths
from adapters.discord import limits, outbound
from adapters.discord.asking import question
from adapters.discord.inbound import PLATFORM, Arrival, Interaction, Way
from adapters.discord.modal import modal, sheet
from adapters.discord.outbound import Drawn
from adapters.discord.refusals import INVALID
from adapters.discord.spelling import unmarked
from bot.card import Card, Choices, Form, Note, Outcome, Paragraph, Reply
from bot.command import Answer
from bot.language import Reader, best_language
from bot.text import text

if TYPE_CHECKING:
    from bot.engine import Engine

log = structlog.get_logger(__name__)

ALREADY: Final = 40060  # "Interaction has already been acknowledged"
LATE: Final = 10062  # "Unknown interaction": more than 3 s went by
FAILURES: Final = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)
NOTHING_RINGS: Final = discord.AllowedMentions.none()


class Answering:
    """One interaction on its way from the person to the engine and back."""

    def __init__(self, engine: Engine, interaction: Interaction, arrival: Arrival) -> None:
        """Nothing is answered yet."""
        self._engine = engine
        self._interaction = interaction
        self._arrival = arrival
        self._thinking = False  # a sign of life went out, where the answer will stand
        self._quiet = False  # acknowledged, and nothing is to be seen of it

    async def run(self) -> None:
        """Answer. What Discord no longer takes is logged: the act itself stands."""
        way = self._arrival.way
        try:
            await self._run()
        except FAILURES as problem:
            if _code(problem) != ALREADY:
                log.warning("discord-unanswered", code=_code(problem), way=way.value)
        except Exception as problem:
            log.error("discord-answer", way=way.value, exc_info=problem)
            with suppress(*FAILURES):
                said = Card(None, (Note(text("discord-could-not-show")),))
                await self._first(said, _reader(self._arrival))

    async def _run(self) -> None:
        arrival = self._arrival
        match arrival.way:
            case Way.ASKING:
                await self._first(question(arrival.custom_id, arrival.label), _reader(arrival))
            case Way.CANCELLED:
                said = Card(None, (Note(text("discord-cancelled")),))
                await self._redraw(said, _reader(arrival))
            case Way.UNKNOWN:
                said = Card(None, (Paragraph(text("discord-unknown")),))
                await self._first(said, _reader(arrival))
            case Way.COMPLETE:
                answer = await self._engine.handle(arrival.request)
                if isinstance(answer.outcome, Choices):
                    await self._suggest(answer.outcome, answer.reader)
            case _:
                answer = await self._handled()
                await self._answer(answer.outcome, answer.reader)

    async def _handled(self) -> Answer:
        """What the engine says; a sign of life goes first if it takes long."""
        handling = asyncio.ensure_future(self._engine.handle(self._arrival.request))
        done, _ = await asyncio.wait({handling}, timeout=limits.DEFER_SECONDS)
        if not done:
            try:
                await self._defer()
            except discord.HTTPException as problem:
                # Too late or answered elsewhere; the act goes on, and its answer is tried all the
                # same: the webhook may take it.
                log.warning("discord-late", code=problem.code, way=self._arrival.way.value)
                self._quiet = True
        return await handling

    async def _defer(self) -> None:
        response = self._interaction.response
        if self._arrival.way is Way.COMMAND or self._interaction.message is None:
            await response.defer(ephemeral=True, thinking=True)
            self._thinking = True
        else:
            await response.defer()
            self._quiet = True

    async def _answer(self, outcome: Outcome, reader: Reader) -> None:
        match outcome:
            case None:
                await self._nothing(reader)
            case Reply(card, replace):
                await self._reply(card, reader, replace=replace)
            case Form() if self._can_open():
                await self._open(outcome, reader)
            case Form():
                await self._shelve(outcome)
            case Choices():
                await self._nothing(reader)

    # ── nothing to say ──────────────────────────────────────────────────────────────────────

    async def _nothing(self, reader: Reader) -> None:
        """Acknowledge only. A command has no card of its own to be redrawn: it is told so."""
        done = Card(None, (Note(text("discord-done")),))
        if self._arrival.asked:
            await self._redraw(done, reader)
        elif self._thinking or self._arrival.way is Way.COMMAND:
            await self._first(done, reader, insist=False)
        elif not self._quiet:
            await self._interaction.response.defer()

    # ── a private card ──────────────────────────────────────────────────────────────────────

    async def _reply(self, card: Card, reader: Reader, *, replace: bool) -> None:
        here = self._arrival
        if (replace or here.asked) and here.private:
            await self._redraw(card, reader)
        else:
            await self._first(card, reader)

    async def _first(self, card: Card, reader: Reader, *, insist: bool = True) -> None:
        """A private message of its own."""
        interaction = self._interaction

        async def send(drawn: Drawn) -> object:
            gifts, view = outbound.files(drawn), outbound.view(drawn)
            if self._thinking:
                return await interaction.edit_original_response(
                    view=view, attachments=gifts, allowed_mentions=NOTHING_RINGS
                )
            if self._quiet:
                return await interaction.followup.send(
                    view=view,
                    files=gifts,
                    ephemeral=True,
                    allowed_mentions=NOTHING_RINGS,
                    wait=True,
                )
            return await interaction.response.send_message(
                view=view, files=gifts, ephemeral=True, allowed_mentions=NOTHING_RINGS
            )

        await self._say(card, reader, send, insist=insist)

    async def _redraw(self, card: Card, reader: Reader) -> None:
        """The private message that was pressed on, drawn anew."""
        interaction = self._interaction

        async def send(drawn: Drawn) -> object:
            gifts, view = outbound.files(drawn), outbound.view(drawn)
            if self._quiet:
                return await interaction.edit_original_response(
                    view=view, attachments=gifts, allowed_mentions=NOTHING_RINGS
                )
            return await interaction.response.edit_message(
                view=view, attachments=gifts, allowed_mentions=NOTHING_RINGS
            )

        await self._say(card, reader, send)

    async def _say(
        self,
        card: Card,
        reader: Reader,
        send: Callable[[Drawn], Awaitable[object]],
        *,
        insist: bool = True,
    ) -> None:
        """Send a card; as one plain text if Discord refuses its components.

        Where a repeated delivery was quicker with the first answer, the webhook still takes one
        that has something to say (`insist`).
        """
        try:
            await send(outbound.draw(card, reader))
        except discord.HTTPException as problem:
            if problem.code == INVALID:
                log.error("discord-components", problem=problem.text[:300])
                await send(outbound.simple(card, reader))
            elif problem.code == ALREADY and insist and not (self._quiet or self._thinking):
                self._quiet = True
                await send(outbound.draw(card, reader))
            else:
                raise

    # ── a form ──────────────────────────────────────────────────────────────────────────────

    def _can_open(self) -> bool:
        """A modal is a first answer, and never the answer to a modal."""
        waiting = not (self._thinking or self._quiet)
        return waiting and self._arrival.way is not Way.SENT

    async def _open(self, form: Form, reader: Reader) -> None:
        try:
            await self._interaction.response.send_modal(sheet(modal(form, reader)))
        except discord.HTTPException as problem:
            if problem.code not in (ALREADY, INVALID):
                raise
            log.warning("discord-form", code=problem.code, problem=problem.text[:300])
            self._quiet = problem.code == ALREADY
            await self._shelve(form)

    async def _shelve(self, form: Form) -> None:
        """The form as a private card that offers to open it: nothing typed is lost."""
        answer = await self._engine.shelve(self._arrival.request, form)
        if isinstance(answer.outcome, Reply):
            await self._reply(answer.outcome.card, answer.reader, replace=False)

    # ── suggestions ─────────────────────────────────────────────────────────────────────────

    async def _suggest(self, found: Choices, reader: Reader) -> None:
        choices: list[discord.app_commands.Choice[str]] = []
        for value, label in found.choices[: limits.CHOICES]:
            name = unmarked(label, reader, limits.CHOICE)
            if name and value:
                kept = lengths.beginning(value, limits.CHOICE)
                choices.append(discord.app_commands.Choice(name=name, value=kept))
        await self._interaction.response.autocomplete(choices)


def _code(problem: Exception) -> int | str:
    """Discord's code, or what kind of failure it was."""
    code = getattr(problem, "code", None)
    return code if isinstance(code, int) else type(problem).__name__


def _reader(arrival: Arrival) -> Reader:
    """Who reads what the adapter says by itself: Discord's language for them."""
    return Reader(best_language(arrival.locale), "UTC", PLATFORM)
