"""A small typed value a button carries: `Vote(poll=7, choice=1)` is `poll.vote:7:1`.

After aiogram's callback data: it packs, unpacks and checks its length.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, ClassVar, Self, get_type_hints
from urllib.parse import quote, unquote

from bot.errors import Broken, Malformed

LONGEST = 100
"""Discord's `custom_id`; Slack allows 255."""

BIGGEST = 2**53
"""Ids beyond this are forged; SQLite could hold them, a browser could not."""


class Route:
    """The address of something a person can press, see or fill in.

    Subclasses are frozen dataclasses whose fields are `int`, `str` or `bool`:

        @dataclass(frozen=True, slots=True)
        class Vote(Route):
            address: ClassVar[str] = "poll.vote"
            poll: int
            choice: int
    """

    __slots__ = ()
    address: ClassVar[str] = ""

    def pack(self) -> str:
        """The route as text, at most 100 characters.

        Raises Broken if it is longer.
        """
        parts = [self.address]
        for name in _kinds(type(self)):
            value = getattr(self, name)
            if isinstance(value, bool):
                parts.append("1" if value else "0")
            elif isinstance(value, int):
                parts.append(str(value))
            else:
                parts.append(quote(str(value), safe=" -_.~@/+,;=?!'()*[]"))
        packed = ":".join(parts)
        if len(packed) > LONGEST:
            raise Broken(f"route longer than {LONGEST}: {packed[:40]}…")
        return packed

    @classmethod
    def unpack(cls, packed: str) -> Self:
        """Read a packed route of this class.

        Raises Malformed if the address or a value is not what this class carries.
        """
        address, *values = packed.split(":")
        kinds = _kinds(cls)
        if address != cls.address or len(values) != len(kinds) or len(packed) > LONGEST:
            raise Malformed(packed[:LONGEST])
        found: dict[str, object] = {}
        for (name, kind), value in zip(kinds.items(), values, strict=True):
            if kind is bool:
                if value not in ("0", "1"):
                    raise Malformed(packed)
                found[name] = value == "1"
            elif kind is int:
                if not value.removeprefix("-").isascii() or not value.removeprefix("-").isdigit():
                    raise Malformed(packed)
                number = int(value)
                if abs(number) > BIGGEST:
                    raise Malformed(packed)
                found[name] = number
            else:
                found[name] = unquote(value)
        return cls(**found)


def _kinds(route: type[Route]) -> dict[str, Any]:
    """The names and types of a route's fields, in order; found once a class."""
    known = _KINDS.get(route.address)
    if known is not None:
        return known
    if not is_dataclass(route):
        raise Broken(f"{route.address}: a route is a dataclass")
    hints = get_type_hints(route)
    kinds = {part.name: hints[part.name] for part in fields(route)}
    wrong = [name for name, kind in kinds.items() if kind not in (int, str, bool)]
    if wrong:
        raise Broken(f"{route.address}: fields {wrong} are neither int, str nor bool")
    _KINDS[route.address] = kinds
    return kinds


_KINDS: dict[str, dict[str, Any]] = {}


def address_of(packed: str) -> str:
    """The part of a packed route that says which kind it is."""
    return packed.partition(":")[0]
