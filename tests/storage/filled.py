"""A database in which every table holds something, made by people who use Ronde."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.kit.chat import Chat
from tests.kit.engine import EngineWire


async def fill(path: Path) -> None:
    """Found, join, ask, vote openly and secretly, draft, remind, mute, appoint, share, try."""
    chat = Chat(EngineWire(), path)
    await chat.start()
    await chat.founded(chat.ben, chat.zoe, chat.cleo)
    await chat.ann.types("/ronde settings")
    await chat.ann.fills(facilitator="Ben")
    await chat.ann.types('/poll "Where?" "Here" "There" until:"+6d"')
    await chat.ben.presses("Here")
    await chat.ann.types('/poll "Who?" "Us" "Them" who:"Ann, Ben"')
    await chat.ann.types('/poll "Secretly?" "Yes" "No" anonymous')
    await chat.cleo.presses("Yes")
    await chat.cleo.presses("Send")
    await chat.passes(days=5)
    await chat.cleo.presses(chat.cleo.inbox[-1].buttons[-1])  # no more of these
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Not yet?", choices="Now\nLater")
    await chat.ann.types('/share https://example.org/guide "A guide" #adults "For a first try."')
    card = chat.channel.newest
    await chat.ben.presses("I recommend it", on=card)
    await chat.ben.presses("I tried it", on=card)
    await chat.ben.types("/find nothing like it")
    await chat.ann.types("/ronde")
    await chat.ann.presses("Settings", on=chat.ann.told)
    await chat.ann.picks("Never fetched", on=chat.ann.told)
    await chat.stop()


def counts(path: Path) -> dict[str, int]:
    """How many rows each table holds."""
    with closing(sqlite3.connect(path)) as raw:
        names = [
            row[0]
            for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not row[0].startswith("sqlite_")
        ]
        return {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
