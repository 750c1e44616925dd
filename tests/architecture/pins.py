"""Exact versions of every dependency, direct and transitive: writes them into `pyproject.toml`.

`uv run python -m tests.architecture.pins` takes them from `uv.lock`. To upgrade: empty the list
under `[tool.uv]`, `uv lock --upgrade`, run this, and run the tests.
"""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "uv.lock"
OURS = "ronde"

OPENING = "constraint-dependencies = ["
COMMENT = "# Every version that is installed, direct or not: `python -m tests.architecture.pins` writes it."


def project() -> dict[str, Any]:
    """What `pyproject.toml` says."""
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))


def pinned() -> dict[str, str]:
    """The versions that `pyproject.toml` asks for, by name.

    Raises ValueError for an entry that is not exact.
    """
    found: dict[str, str] = {}
    for entry in project().get("tool", {}).get("uv", {}).get("constraint-dependencies", []):
        exact = re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;*]+)", entry)
        if exact is None:
            raise ValueError(f"{entry!r} is not an exact version")
        found[canonicalize_name(exact[1])] = exact[2]
    return found


def locked() -> dict[str, str]:
    """The versions that uv chose, for every platform."""
    packages = tomllib.loads(LOCK.read_text(encoding="utf-8"))["package"]
    return {one["name"]: one["version"] for one in packages if one["name"] != OURS}


def installed() -> dict[str, str]:
    """The versions that are installed here, of all that we need, directly or not."""
    said = project()
    wanted = [*said["project"]["dependencies"]]
    for group in said.get("dependency-groups", {}).values():
        wanted += [entry for entry in group if isinstance(entry, str)]
    found: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    queue = [Requirement(entry) for entry in wanted]
    while queue:
        one = queue.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # a group that is not installed here
        found[name] = distribution.version
        queue += _needs(distribution, extras)
    return found


def _needs(
    distribution: importlib.metadata.Distribution, extras: frozenset[str]
) -> Iterator[Requirement]:
    for entry in distribution.requires or []:
        needed = Requirement(entry)
        asked = [{"extra": extra} for extra in (*extras, "")]
        if needed.marker is None or any(needed.marker.evaluate(one) for one in asked):
            yield needed


def block(versions: dict[str, str]) -> str:
    """The list, as it stands in `pyproject.toml`."""
    lines = [f'    "{name}=={version}",' for name, version in sorted(versions.items())]
    return "\n".join([COMMENT, OPENING, *lines, "]"])


def write() -> None:
    """Put the locked versions into `pyproject.toml`."""
    text = PROJECT.read_text(encoding="utf-8")
    made = block(locked())
    if OPENING in text:
        before = re.escape(COMMENT) + r"\n"
        old = re.compile(rf"(?:{before})?{re.escape(OPENING)}[^\]]*\]")
        text = old.sub(lambda _: made, text)
    elif "[tool.uv]\n" in text:
        text = text.replace("[tool.uv]\n", f"[tool.uv]\n{made}\n", 1)
    else:
        text = f"{text.rstrip()}\n\n[tool.uv]\n{made}\n"
    PROJECT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
