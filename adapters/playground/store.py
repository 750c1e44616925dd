"""What the playground's page remembers: its messages, in a small file of their own.

A chat platform keeps messages by itself; so does this one. Private answers are *not* kept here:
they may hold what somebody is about to answer anonymously.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY, place TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    body TEXT NOT NULL, reply_to TEXT, post TEXT UNIQUE, version INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS reads (
    person TEXT NOT NULL, place TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (person, place)
) STRICT;
CREATE TABLE IF NOT EXISTS regulars (
    place TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (place, person)
) STRICT;
CREATE TABLE IF NOT EXISTS shut (place TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS files (
    token TEXT PRIMARY KEY, name TEXT NOT NULL, media TEXT NOT NULL, content BLOB NOT NULL
) STRICT;
"""


@dataclass(slots=True)
class Message:
    """One message. `place` is a channel, or `@` and a person; `author` is empty for the bot.

    `body` is a drawn card, `{"said": words}` of a person, or `{"event": name}` of the chat.
    `post` names the bot's post for good, so that showing it twice shows it once.
    """

    seq: int
    place: str
    author: str
    at: datetime
    body: Json
    reply_to: str | None = None
    post: str | None = None
    version: int = 0

    @property
    def ref(self) -> str:
        """How the message is referred to."""
        return f"m{self.seq}"


@dataclass(slots=True)
class Kept:
    """All that a store holds."""

    messages: list[Message] = field(default_factory=list)
    reads: dict[tuple[str, str], int] = field(default_factory=dict)
    regulars: set[tuple[str, str]] = field(default_factory=set)
    shut: set[str] = field(default_factory=set)


class Store:
    """The file. Without a path it lives in memory only."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file; a damaged one is put aside, for messages can be shown anew."""
        self.path = path
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = self._open()
        except sqlite3.DatabaseError:
            if path is None:
                raise
            path.replace(path.with_name(f"{path.name}.damaged"))
            self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path or ":memory:", isolation_level=None)
        try:
            db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _TABLES)
            db.execute("INSERT OR IGNORE INTO about VALUES ('id', ?)", (secrets.token_hex(8),))
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    @property
    def id(self) -> str:
        """Tells this playground from another: the guide's ticks belong to one."""
        return str(self._db.execute("SELECT value FROM about WHERE name = 'id'").fetchone()[0])

    def load(self) -> Kept:
        """All that was kept, oldest first."""
        kept = Kept()
        for seq, place, author, at, body, reply_to, post, version in self._db.execute(
            "SELECT seq, place, author, at, body, reply_to, post, version FROM messages ORDER BY seq"
        ):
            when = datetime.fromisoformat(at)
            made = Message(seq, place, author, when, json.loads(body), reply_to, post, version)
            kept.messages.append(made)
        for person, place, seq in self._db.execute("SELECT person, place, seq FROM reads"):
            kept.reads[person, place] = seq
        kept.regulars = set(self._db.execute("SELECT place, person FROM regulars"))
        kept.shut = {place for (place,) in self._db.execute("SELECT place FROM shut")}
        return kept

    def save(self, message: Message) -> None:
        """Keep a message, or its new look."""
        self._db.execute(
            "INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                message.seq,
                message.place,
                message.author,
                message.at.astimezone(UTC).isoformat(),
                json.dumps(message.body),
                message.reply_to,
                message.post,
                message.version,
            ),
        )

    def drop(self, message: Message) -> None:
        """Forget a message."""
        self._db.execute("DELETE FROM messages WHERE seq = ?", (message.seq,))

    def read(self, person: str, place: str, seq: int) -> None:
        """Somebody has read a place up to here."""
        self._db.execute("INSERT OR REPLACE INTO reads VALUES (?, ?, ?)", (person, place, seq))

    def regular(self, place: str, person: str) -> None:
        """Somebody takes part in a place."""
        self._db.execute("INSERT OR IGNORE INTO regulars VALUES (?, ?)", (place, person))

    def shut(self, place: str, *, shut: bool) -> None:
        """The bot was removed from a channel, or let in again."""
        if shut:
            self._db.execute("INSERT OR IGNORE INTO shut VALUES (?)", (place,))
        else:
            self._db.execute("DELETE FROM shut WHERE place = ?", (place,))

    def keep_file(self, token: str, name: str, media: str, content: bytes) -> None:
        """Keep what a message in a channel gives away."""
        self._db.execute("INSERT INTO files VALUES (?, ?, ?, ?)", (token, name, media, content))

    def file(self, token: str) -> tuple[str, str, bytes] | None:
        """(name, media type, content) of a kept file."""
        found: tuple[str, str, bytes] | None = self._db.execute(
            "SELECT name, media, content FROM files WHERE token = ?", (token,)
        ).fetchone()
        return found

    def close(self) -> None:
        """Close the file."""
        self._db.close()
