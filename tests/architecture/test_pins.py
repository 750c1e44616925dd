"""The same versions everywhere: what is installed is what `pyproject.toml` asks for, to the letter."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture import pins


def test_what_is_installed_is_what_is_pinned() -> None:
    """Every dependency, direct and transitive, has one exact version, and it is this one."""
    asked = pins.pinned()
    found = pins.installed()

    assert len(found) > 40
    assert {name: asked.get(name) for name in found} == found


def test_direct_dependencies_leave_the_version_to_the_list() -> None:
    """One place says each version: the names above carry none, or they would drift apart."""
    said = pins.project()
    direct = [*said["project"]["dependencies"]]
    for group in said["dependency-groups"].values():
        direct += group

    assert [
        entry for entry in direct if not re.fullmatch(r"[A-Za-z0-9._-]+(\[\w+\])?", entry)
    ] == []


def test_the_build_is_pinned() -> None:
    """What builds the wheel has an exact version too."""
    assert all("==" in entry for entry in pins.project()["build-system"]["requires"])


@pytest.mark.parametrize(
    "before",
    [
        "[project]\nname = 'x'\n",
        "[project]\nname = 'x'\n\n[tool.uv]\npackage = true\n",
        "[project]\nname = 'x'\n\n[tool.uv]\nconstraint-dependencies = [\n    \"a==0.1\",\n]\n\n[b]\n",
    ],
    ids=["no section", "no list", "an older list"],
)
def test_the_list_is_written_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    """Written twice it stands once; what stood around it is still there."""
    project, lock = tmp_path / "pyproject.toml", tmp_path / "uv.lock"
    project.write_text(before, encoding="utf-8")
    lock.write_text(
        '[[package]]\nname = "b-c"\nversion = "2.0"\n[[package]]\nname = "a"\nversion = "1.0"\n'
        '[[package]]\nname = "ronde"\nversion = "0.1"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(pins, "PROJECT", project)
    monkeypatch.setattr(pins, "LOCK", lock)

    pins.write()
    pins.write()

    said = tomllib.loads(project.read_text(encoding="utf-8"))
    assert said["project"] == {"name": "x"}
    assert said["tool"]["uv"]["constraint-dependencies"] == ["a==1.0", "b-c==2.0"]
    assert pins.pinned() == {"a": "1.0", "b-c": "2.0"}
    assert said.keys() == tomllib.loads(before).keys() | {"tool"}
