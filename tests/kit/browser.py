"""The playground in a real browser: Debian's Chromium, driven by Playwright.

Where Chromium is not installed, tests say that they were skipped, and why.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright

from bot.play import Playground
from bot.settings import Settings

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARTEFACTS = Path(__file__).parent.parent / "artefacts"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TUESDAY = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
"""When the playground was furnished: Tuesday 3 November 2026, 10:12 in Paris."""
AFTER = timedelta(seconds=40)
"""So long after that visits begin: what was claimed to be shown then is free again."""

Theme = Literal["light", "dark"]
Motion = Literal["reduce", "no-preference"]


class Visit:
    """One newcomer at the page."""

    def __init__(self, page: Page, problems: list[str]) -> None:
        """A page that was opened; `problems` gathers what the browser complains about."""
        self.page = page
        self.problems = problems

    @property
    def guide(self) -> Locator:
        """The tour."""
        return self.page.locator("#guide")

    @property
    def now(self) -> Locator:
        """The buttons of the tour's present step."""
        return self.page.locator("#guide .step.now button")

    async def shot(self, name: str) -> None:
        """Keep what is seen, once movements have come to rest."""
        ARTEFACTS.mkdir(exist_ok=True)
        await self.page.wait_for_timeout(650)
        await self.page.screenshot(path=ARTEFACTS / f"playground-{name}.png")

    async def ticked(self, step: str) -> None:
        """Wait until the tour has ticked a step."""
        await self.page.wait_for_selector(
            f"#guide li.done[data-step={step}]", state="attached", timeout=20_000
        )

    async def types(self, line: str) -> None:
        """Type a line into the composer and send it."""
        box = self.page.locator("#line")
        await box.fill(line)
        await box.press("Escape")
        await box.press("Enter")

    async def becomes(self, person: str) -> None:
        """Be somebody else."""
        await self.page.click(f"[data-person={person}]")
        await self.page.wait_for_selector(f"[data-person={person}][aria-checked=true]")

    async def goes(self, place: str) -> None:
        """Open a place of the side."""
        await self.page.click(f"[data-key=place-{place}]")
        await self.page.wait_for_selector(f"[data-key=place-{place}][aria-current=page]")

    async def publishes_sample(self) -> None:
        """The tour's first step: the prefilled form, its preview, Publish."""
        await self.now.first.click()
        await self.page.click("dialog.form button[type=submit]")
        await self.page.locator(".message.private .button.primary").last.click()
        await self.ticked("ask")

    def card(self, words: str) -> Locator:
        """The newest message of the bot with these words that everybody sees."""
        return self.page.locator("article.bot:not(.private)", has_text=words).last

    async def contrasts(self, pairs: list[tuple[str, str]]) -> dict[str, float]:
        """The contrast of each (selector, what it stands on)."""
        found: dict[str, float] = {}
        for selector, on in pairs:
            found[selector] = await self.page.evaluate(_CONTRAST, [selector, on])
        return found


_CONTRAST = """([selector, on]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const text = light(getComputedStyle(document.querySelector(selector)).color);
  const back = light(getComputedStyle(document.querySelector(on)).backgroundColor);
  return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
}"""


class Room:
    """A running playground, and a browser to visit it with."""

    def __init__(self, playground: Playground, address: str, browser: Browser) -> None:
        """Both are running."""
        self.playground = playground
        self.address = address
        self.browser = browser
        self._contexts: list[BrowserContext] = []

    async def visit(
        self,
        language: str = "fr-FR",
        *,
        width: int = 1360,
        height: int = 860,
        theme: Theme = "light",
        motion: Motion = "no-preference",
        touch: bool = False,
        path: str = "",
        **more: Any,
    ) -> Visit:
        """Open the page as a newcomer whose browser speaks `language`."""
        context = await self.browser.new_context(
            locale=language,
            viewport={"width": width, "height": height},
            color_scheme=theme,
            reduced_motion=motion,
            has_touch=touch,
            **more,
        )
        self._contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(15_000)
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((self.address, "data:", "blob:"))
                else problems.append(f"asked elsewhere: {r.url}")
            ),
        )
        await page.goto(self.address + path)
        await page.wait_for_selector("#app:not([hidden])")
        return Visit(page, problems)

    async def leave(self) -> None:
        """Close every page."""
        for context in self._contexts:
            await context.close()


async def found(folder: Path) -> None:
    """Start a playground in a folder for the first time, and stop it."""
    made = Playground(Settings(playground_port=0), folder / "play.db", empty=False)
    made._clock.offset = TUESDAY - datetime.now(UTC)
    await made.begin()
    await made.end()


@asynccontextmanager
async def room(folder: Path, *, seconds: float = 0.5, empty: bool = False) -> AsyncIterator[Room]:
    """A playground on free port and a browser; colleagues take `seconds` to answer.

    Skips the test where Chromium is not installed.
    """
    if not Path(CHROMIUM).exists():
        pytest.skip(f"Chromium is not installed ({CHROMIUM}): the browser tests did not run")
    playground = Playground(Settings(playground_port=0), folder / "play.db", empty=empty)
    playground._clock.offset = TUESDAY + AFTER - datetime.now(UTC)
    playground.adapter._colleagues_take = seconds
    address = await playground.begin()
    try:
        async with async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
            made = Room(playground, address, browser)
            try:
                yield made
            finally:
                await made.leave()
                await browser.close()
    finally:
        await playground.end()
