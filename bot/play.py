"""The playground: the whole of Ronde on a local page, on a file and a clock of its own."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.sample import prepare
from adapters.web.outside import Web
from bot.app import App
from bot.clocks import ShiftedClock
from bot.settings import Settings
from storage.database import path_of


class Playground:
    """A running playground. Its clock's offset is kept beside its database."""

    def __init__(self, settings: Settings, path: Path, *, empty: bool) -> None:
        """Compose on `path`; with `empty`, there is no sample community."""
        self._clock_file = path.with_name(f"{path.name}.clock")
        if not path.exists():  # another history begins: what was shown of the last one goes
            for ending in ("clock", "messages", "messages-wal", "messages-shm"):
                path.with_name(f"{path.name}.{ending}").unlink(missing_ok=True)
        self._empty = empty
        self._clock = ShiftedClock(_offset(self._clock_file))
        self.adapter = PlaygroundAdapter(
            host=settings.playground_host,
            port=settings.playground_port,
            messages=path.with_name(f"{path.name}.messages"),
            forward=self.forward,
            now=self._clock.now,
        )
        # Nothing here is worth waiting for the disk: only a power cut could lose it.
        self.app = App(path, [self.adapter], clock=self._clock, outside=Web(), synchronous="OFF")

    async def begin(self) -> str:
        """Start; returns the page's address."""
        await self.app.start(background=False)
        self.app.engine.feed_address = self.adapter.address
        if not self._empty:
            founded = await prepare(self.app.engine, self.adapter)
            await self.app.settle()
            if founded:
                self.adapter.room.everybody_read()
        self.app.run()
        return self.adapter.address

    async def end(self) -> None:
        """Stop with nothing lost."""
        await self.app.stop()

    async def forward(self) -> datetime | None:
        """Go to the next event; the clock stays there after a restart."""
        at = await self.app.forward()
        self._clock_file.write_text(str(self._clock.offset.total_seconds()), encoding="ascii")
        return at


def _offset(file: Path) -> timedelta:
    """How far ahead the playground's clock was when it stopped."""
    try:
        return timedelta(seconds=float(file.read_text(encoding="ascii")))
    except (OSError, ValueError):
        return timedelta()


def playground(settings: Settings, *, empty: bool) -> Playground:
    """A playground on its own file; an empty one has another, so that neither disturbs the other."""
    path = path_of(settings.playground_database_url)
    if empty:
        path = path.with_name(f"{path.stem}-empty{path.suffix}")
    return Playground(settings, path, empty=empty)
