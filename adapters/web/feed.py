"""Calendar feeds over HTTP: a calendar asks, again and again, for what one member said yes to."""

from __future__ import annotations

import asyncio
import errno
from collections import OrderedDict
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from aiohttp import ETag, hdrs, web

from adapters.base import Refused
from bot.calendars import calendar_file

if TYPE_CHECKING:
    from bot.engine import Engine

PATH = "/calendar/{secret:[A-Za-z0-9_-]+}.ics"

REMEMBERED = 10_000
"""People of whose calendar it is known since when it is as it is."""

_SECOND = timedelta(seconds=1)


class Feeds:
    """The server of the feeds. It speaks plain HTTP: the operator's web server stands before it."""

    def __init__(self, address: str, host: str, port: int) -> None:
        """Feeds that people reach under `address`, served on `host` and `port` (0: any free one)."""
        self.address = address
        self._host = host
        self.port = port
        self._runner: web.AppRunner | None = None

    async def listen(self, engine: Engine) -> None:
        """Serve, and let the engine offer feeds. Raises Refused where the port is taken."""
        app = web.Application(client_max_size=1024)
        feed_routes(app, engine)
        # Without an access log: it would write down every secret.
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=2.0
        )
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError as problem:
            await self.close()
            raise _refused(problem, self._host, self.port) from None
        self.port = self._runner.addresses[0][1]
        engine.feed_address = self.address

    async def close(self) -> None:
        """Answer what was asked, and nothing more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


def feed_routes(app: web.Application, engine: Engine) -> None:
    """The feeds' one path. A secret that is wrong, stopped or no secret: nothing is there."""
    lasting = _Lasting()

    async def feed(request: web.Request) -> web.Response:
        calendar = await engine.calendar(request.match_info["secret"])
        if calendar is None:
            raise web.HTTPNotFound
        # In a thread: the first drawing of many meetings would hold up everybody else.
        body = await asyncio.to_thread(
            calendar_file, calendar.entries, method=None, name=calendar.name
        )
        mark = sha256(body).hexdigest()[:32]
        now = datetime.now(UTC)
        since = lasting.since(calendar.person, mark, now)
        if _has_it(request, mark, since):
            response = web.Response(status=304)
        else:
            response = web.Response(body=body, content_type="text/calendar", charset="utf-8")
        response.etag = mark
        if since <= now:  # of two contents within one second, the second has no date yet
            response.last_modified = since
        response.headers[hdrs.CACHE_CONTROL] = "private, no-cache"  # kept by nobody on the way
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    app.router.add_get(PATH, feed)  # and HEAD


class _Lasting:
    """Since when each person's calendar is as it is.

    No change that the records date tells that: a meeting also goes when somebody leaves. After a
    start everything is new; that costs one fetch.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[str, datetime]] = OrderedDict()

    def since(self, person: int, mark: str, now: datetime) -> datetime:
        """The whole second since which the calendar has had this mark; another one each time."""
        former, at = self._known.get(person, ("", datetime.min.replace(tzinfo=UTC)))
        if mark != former:
            at = max(now.replace(microsecond=0), at + _SECOND)
            self._known[person] = (mark, at)
        self._known.move_to_end(person)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return at


def _has_it(request: web.Request, mark: str, since: datetime) -> bool:
    """Whether who asks has this very content already. Its mark decides; its date, if it has none."""
    marks = request.if_none_match
    if marks is not None:
        return any(one == ETag("*") or one.value == mark for one in marks)
    asked = request.if_modified_since
    return asked is not None and since <= asked


def _refused(problem: OSError, host: str, port: int) -> Refused:
    if problem.errno == errno.EADDRINUSE:
        return Refused(f"Port {port} is taken. Write another one in FEED_PORT.")
    return Refused(f"Calendar feeds cannot be served on {host}:{port}. Check FEED_HOST.")
