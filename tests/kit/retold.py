"""A story told once and lived in either language: who types, presses and reads in their own words."""

from __future__ import annotations

from collections.abc import Mapping

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


class Words:
    """The words of a story in the language in which it is lived; English is what it is written in."""

    def __init__(self, table: Mapping[str, str] | None = None) -> None:
        """`table` gives each English phrase in the other language; None: it stays English."""
        self._table = table

    def __call__(self, said: str) -> str:
        """A phrase as it is said here. Raises KeyError for one that the table has not."""
        return said if self._table is None else self._table[said]


class Teller:
    """Somebody of a story, for whom it is retold."""

    def __init__(self, chat: Chat, who: Someone, words: Words) -> None:
        """A person on a chat, who speaks these words."""
        self._chat = chat
        self._words = words
        self.who = who

    @property
    def name(self) -> str:
        """What they are called."""
        return self.who.persona.name

    @property
    def told(self) -> Shown:
        """The newest private answer."""
        return self.who.told

    async def types(self, command: str, *rest: str) -> None:
        """Type a command; what follows it is a name or a number, the same in each language."""
        await self.who.types(" ".join((self._words(command), *rest)))

    async def presses(self, *labels: str, on: Shown | None = None) -> None:
        """Press one button after the other: the first on `on`, each next one on its answer."""
        first, *others = labels
        await self.who.presses(self._label(first), on=on)
        for label in others:
            await self.who.presses(self._label(label), on=self.told)

    async def fills(self, **values: str) -> None:
        """Send the open form; what is in the table is said in its words."""
        await self.who.fills(**{name: self._words(said) for name, said in values.items()})

    async def picks(self, *chosen: str, on: Shown | None = None) -> None:
        """Choose in a picker."""
        await self.who.picks(*(self._label(one) for one in chosen), on=on or self.told)

    async def speaks(self, chat: Chat) -> None:
        """Choose the story's language on one's own card, where it is another than one's own."""
        await self.who.types("/profile")
        label = self._words("Speak English to me")
        if label in self.told.buttons:
            await self.who.presses(label, on=self.told)

    def begins(self) -> dict[str, str]:
        """What the open form begins with."""
        assert self.who.form is not None, f"no form is open; last answer: {self.told.text}"
        return {name: said.translate(SPACES) for name, said in self.who.form.values.items()}

    def reads(self, *phrases: str, on: Shown | None = None) -> None:
        """All of these stand in the newest answer, or on `on`."""
        text = (on or self.told).text.translate(SPACES)
        for phrase in phrases:
            assert self._words(phrase) in text, f"no {self._words(phrase)!r} in {text!r}"

    def _label(self, said: str) -> str:
        return self._words(said)
