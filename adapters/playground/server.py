"""The page's files, and who may fetch them: browsers on this machine that opened this very page."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from importlib import resources
from importlib.resources.abc import Traversable
from urllib.parse import quote, urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware

from adapters.playground.room import Room

MEDIA = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'none'; connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing from elsewhere, nothing inline: what people type cannot become a script."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guard(host: str) -> Middleware:
    """Refuse other sites and other names, and put the safe headers on every answer.

    A name that is neither this machine's nor an address may have been bound to us by another
    site (DNS rebinding); a socket opened by another site carries that site's origin.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        name = request.headers.get(hdrs.HOST, "")
        if not _is_ours(name, host):
            raise web.HTTPForbidden(text="Open the playground at the address it prints.")
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            # A link from elsewhere may open the page itself, and nothing more.
            if request.path != "/" or request.headers.get("Sec-Fetch-Mode") != "navigate":
                raise web.HTTPForbidden(text="Only the playground's own page may ask for this.")
        if request.path == "/socket" and not _same_origin(request, name):
            raise web.HTTPForbidden(text="Only the playground's own page may open this.")
        response = await handler(request)
        if not response.prepared:
            _protect(response, name)
        return response

    return guarded


def page_routes(app: web.Application, room: Room) -> None:
    """The page, its parts, and the files that answers give away."""
    here = resources.files("adapters.playground")
    files: dict[str, tuple[str, bytes]] = {"/": _asset(here / "page.html")}
    for name in ("page.css", "page.js"):
        files[f"/{name}"] = _asset(here / name)
    for part in (here / "page").iterdir():
        if part.name.endswith(tuple(MEDIA)):
            files[f"/page/{part.name}"] = _asset(part)

    async def asset(request: web.Request) -> web.Response:
        media, content = files[request.path]
        return web.Response(body=content, content_type=media, charset="utf-8")

    async def take_away(request: web.Request) -> web.Response:
        found = room.file(request.match_info["token"])
        if found is None:
            raise web.HTTPNotFound(text="This file is no longer here. Ask for it again.")
        name, media, content = found
        picture = media == "image/png"
        said = f"{'inline' if picture else 'attachment'}; filename*=UTF-8''{quote(name)}"
        return web.Response(
            body=content,
            headers={hdrs.CONTENT_TYPE: media, hdrs.CONTENT_DISPOSITION: said},
        )

    for path in files:
        app.router.add_get(path, asset)
    app.router.add_get("/file/{token}", take_away)


def _asset(file: Traversable) -> tuple[str, bytes]:
    media = next(media for suffix, media in MEDIA.items() if file.name.endswith(suffix))
    return media, file.read_bytes()


def _protect(response: web.StreamResponse, name: str) -> None:
    response.headers.update(
        {
            "Content-Security-Policy": POLICY.format(socket=f"ws://{name}"),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
    )
    response.headers.setdefault("Cache-Control", "no-store")


def _is_ours(name: str, host: str) -> bool:
    """Whether a Host header names this machine: an address, localhost, or the configured name."""
    try:
        bare = urlsplit(f"//{name}").hostname or ""
    except ValueError:
        return False
    if bare in ("localhost", host):
        return True
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    return address.is_loopback or not _is_loopback(host)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _same_origin(request: web.Request, name: str) -> bool:
    return request.headers.get(hdrs.ORIGIN, "") == f"{request.scheme}://{name}"
