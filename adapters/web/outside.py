"""The way into the outside world: what features may have looked up there, by name."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.web.fetch import Fetcher, NotFetched
from bot.pressing import Goes


class Web:
    """Looks at pages behind links people shared."""

    def __init__(self, fetcher: Fetcher | None = None) -> None:
        """Through a guarded fetcher, unless another is given."""
        self._fetcher = fetcher or Fetcher()
        self.errands: Mapping[str, Goes] = {"page": self._page}

    async def _page(self, asked: Mapping[str, str]) -> dict[str, str]:
        """What `address` gives: its `title`, `description` and `media`; or `problem`, one word."""
        address = asked["address"]
        try:
            page = await self._fetcher.page(address)
        except NotFetched as problem:
            return {"address": address, "problem": problem.reason}
        return {
            "address": address,
            "title": page.title,
            "description": page.description,
            "media": page.media,
        }

    async def close(self) -> None:
        """Look at nothing any more."""
        await self._fetcher.close()
