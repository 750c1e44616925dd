"""Log lines: an event name plus fields; never a token, never what people wrote."""

from __future__ import annotations

import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog

from storage.errors import StorageError

SECRETS = re.compile(
    r"xox[a-z](?:\.xox[a-z])?-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"
    r"|(?<=/calendar/)[\w-]{20,}|(?<=ticket=)[\w-]+|(?<=/webhooks/)\d+/[\w-]{20,}"
    r"|(?<=/interactions/)\d+/[\w.-]{20,}"
)

ALLOWED = frozenset(
    [
        "event",
        "level",
        "timestamp",
        "exception",
        "exc_info",
        "address",
        "attempt",
        "code",
        "count",
        "error",
        "event_method",
        "host",
        "kind",
        "method",
        "ms",
        "platform",
        "port",
        "post",
        "problem",
        "reference",
        "remedy",
        "row",
        "seconds",
        "state",
        "status",
        "wait",
        "way",
        "what",
    ]
)
"""The only fields that are written; a field that is not listed is left out."""

TELLING = (OSError, sqlite3.Error, StorageError)
"""Problems whose words are a machine's: other messages may quote what somebody wrote."""


def redact(logger: object, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep the allowed fields, and mask what looks like a secret in them."""
    del logger, name
    for key in list(event):
        if key not in ALLOWED:
            del event[key]
        elif isinstance(event[key], str):
            event[key] = SECRETS.sub("[secret]", event[key])
    return event


def where(logger: object, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say of a problem what kind it is and where it arose; its message only if it quotes nobody."""
    del logger, name
    problem = event.pop("exc_info", None)
    if problem is True:
        problem = sys.exc_info()[1]
    if isinstance(problem, BaseException):
        event["exception"] = trace(problem)
    return event


def trace(problem: BaseException) -> str:
    """The kinds and places of a problem and of its causes, the first cause first."""
    said: list[str] = []
    current: BaseException | None = problem
    while current is not None and len(said) < 5:
        frames = [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        words = f": {current}" if isinstance(current, TELLING) else ""
        said.append(f"{type(current).__name__}{words} ({' > '.join(frames)})")
        current = current.__cause__ or (
            None if current.__suppress_context__ else current.__context__
        )
    return "\n".join(reversed(said))


class _Plain(logging.Formatter):
    """What libraries log: secrets masked, tracebacks reduced to kinds and places."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and a problem's trace."""
        said = f"{record.levelname} {record.name} {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            said = f"{said}\n{trace(record.exc_info[1])}"
        return SECRETS.sub("[secret]", said)


def set_up(level: str) -> None:
    """Log to stderr at `level`. Libraries speak from warning on: their debug lines show requests."""
    number = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            where,
            redact,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
