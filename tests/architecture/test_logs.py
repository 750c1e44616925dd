"""Log lines help an operator, and betray nobody: no token, and nothing that people wrote."""

from __future__ import annotations

import ast
import io
import json
import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog

from bot.logs import ALLOWED, set_up, trace
from storage.errors import Unreadable
from tests.kit.chat import Chat

ROOT = Path(__file__).parents[2]
CANARY = "Quetzalcoatlus"

TOKENS = [
    "xoxb-1234567890-abcDEF",
    "xoxe.xoxp-1-Mi0yLTEyMzQ",
    "xapp-1-A0123-456-deadbeef",
    "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789",
    "wss://wss-primary.slack.com/link/?ticket=0a1b2c3d-4e5f&app_id=1",
    "https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5",
    "https://ronde.example.org/calendar/8tGd1yJvGm0w6nL3zWcPqXhTbUe5sRkAoVfI2iY9KjM.ics",
]
"""Addresses count as tokens where they carry one."""


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written at debug level, from the libraries too."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up("debug")
    yield written
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def secret(token: str) -> str:
    """The part of a token that must not be read anywhere."""
    return token.rsplit("/", 1)[-1].removeprefix("?ticket=").partition("&")[0][-12:]


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_is_masked_wherever_it_stands(lines: io.StringIO, token: str) -> None:
    """In a field, in a library's line, in the words of a problem: a token is never written."""
    structlog.get_logger().info("connected", remedy=f"look at {token}")
    logging.getLogger("some.package").warning("refused: %s", token)
    try:
        raise ConnectionError(f"cannot reach {token}")
    except ConnectionError as problem:
        structlog.get_logger().error("fault", exc_info=problem)
        logging.getLogger("some.package").exception("failed")

    assert secret(token) not in lines.getvalue()
    assert lines.getvalue().count("[secret]") == 4


def test_a_line_is_an_event_and_its_fields(lines: io.StringIO) -> None:
    """One JSON object a line, with the time and the level; a field that is not known is left out."""
    structlog.get_logger().warning("show-unknown", post=7, question="Where do we eat?")

    line = json.loads(lines.getvalue())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "show-unknown", "level": "warning", "post": 7}


def test_levels_are_kept(lines: io.StringIO) -> None:
    """At `warning`, what happens every day is not written; libraries' debug lines never are."""
    logging.getLogger("some.package").info("request body: %s", CANARY)
    set_up("warning")
    structlog.get_logger().info("gone", post=7)

    assert lines.getvalue() == ""


def test_a_problem_says_its_kind_and_place_not_its_words() -> None:
    """A problem may quote what somebody wrote: its kind and where it arose are enough to find it."""
    try:
        try:
            int(CANARY)
        except ValueError as cause:
            raise LookupError(CANARY) from cause
    except LookupError as problem:
        said = trace(problem)

    assert CANARY not in said
    assert said.startswith("ValueError (test_logs.py:")
    assert "\nLookupError (test_logs.py:" in said


def test_a_machines_problem_says_its_words() -> None:
    """The disk, the network and the database speak for themselves."""
    assert "disk I/O error" in trace(sqlite3.OperationalError("disk I/O error"))
    assert "no such host" in trace(ConnectionError("no such host"))
    assert "restore" in trace(Unreadable("It is damaged.", "Use restore."))


async def test_nothing_that_people_write_is_logged(chat: Chat, lines: io.StringIO) -> None:
    """Founding, asking, voting, correcting, failing, at debug level: not one word of it."""
    await chat.ann.types("/ronde")
    await chat.ann.presses("Found a community here", on=chat.ann.told)
    await chat.ann.fills(name=f"{CANARY} A", purpose=f"{CANARY} B", zone="Europe/Paris")
    await chat.ben.presses("I'm in")
    await chat.ann.types(f'/poll "{CANARY} C?" "{CANARY} D" "{CANARY} E"')
    await chat.ben.presses(f"{CANARY} D")
    await chat.ben.types(f'/poll "{CANARY} F?" "{CANARY} G" "{CANARY} G"')
    await chat.ben.types(f"/poll show {CANARY}")
    await chat.passes(days=8)
    assert any(CANARY in message for message in chat.channel.messages)
    with closing(sqlite3.connect(chat.path)) as raw:
        raw.execute("ALTER TABLE polls RENAME TO elsewhere")
    await chat.ben.types(f'/poll "{CANARY} H?" "{CANARY} I" "{CANARY} J"')
    assert CANARY not in chat.ben.told  # told that something went wrong, with a reference
    with closing(sqlite3.connect(chat.path)) as raw:
        raw.execute("ALTER TABLE elsewhere RENAME TO polls")

    assert "no such table" in lines.getvalue()
    assert CANARY not in lines.getvalue()


def test_every_field_that_is_logged_is_allowed() -> None:
    """A field that is not on the list would be left out without anybody noticing."""
    unknown = []
    for folder in ("bot", "adapters", "scheduling", "storage"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if _logs(call):
                    assert isinstance(call, ast.Call)
                    unknown += [
                        f"{file.relative_to(ROOT)}:{call.lineno} {one.arg}"
                        for one in call.keywords
                        if one.arg not in ALLOWED
                    ]

    assert unknown == []


def test_no_line_is_composed_of_words() -> None:
    """The event is a fixed name: what varies goes into fields, where it is looked at."""
    composed = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for folder in ("bot", "adapters", "scheduling", "storage")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if _logs(call) and isinstance(call, ast.Call) and not _fixed(call.args)
    ]

    assert composed == []


def _logs(node: ast.AST) -> bool:
    """Whether this is a call of `log.info(...)` and the like."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "log"
        and node.func.attr in ("debug", "info", "warning", "error", "critical", "exception")
    )


def _fixed(given: list[ast.expr]) -> bool:
    """A constant, or a choice between two."""
    if len(given) != 1:
        return False
    (event,) = given
    if isinstance(event, ast.IfExp):
        return _fixed([event.body]) and _fixed([event.orelse])
    return isinstance(event, ast.Constant)
