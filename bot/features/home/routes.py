"""Addresses of the home view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.route import Route


@dataclass(frozen=True, slots=True)
class Home(Route):
    """What awaits me."""

    address: ClassVar[str] = "home.show"
    community: int


@dataclass(frozen=True, slots=True)
class Help(Route):
    """One example a command."""

    address: ClassVar[str] = "home.help"


@dataclass(frozen=True, slots=True)
class HelpPage(Route):
    """Turn the help to a page."""

    address: ClassVar[str] = "home.help-page"
    page: int


@dataclass(frozen=True, slots=True)
class Switch(Route):
    """Ask which of my communities is meant."""

    address: ClassVar[str] = "home.switch"
