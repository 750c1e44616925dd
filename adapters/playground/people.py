"""Who lives in the playground, and where they meet: eleven people in eleven cities, three channels."""

from __future__ import annotations

from dataclasses import dataclass

WORKSPACE = "playground"
PLATFORM = "playground"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person to be. An empty `locale` follows the language of the page.

    `hue` (0 to 360) colours their face; `role` is a word of the page, if they have one.
    """

    ref: str
    name: str
    locale: str
    zone: str
    cities: tuple[str, str] = ("", "")  # in English and in French
    hue: int = 200
    role: str = ""
    bot: bool = False

    def city(self, language: str) -> str:
        """Where they live, in a reader's language."""
        return self.cities[1 if language == "fr" else 0]


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to meet. `language` is spoken here, if any."""

    ref: str
    language: str = ""


INES = Someone("ines", "Inès", "", "Europe/Paris", ("Lyon", "Lyon"), 14, "coordinator")

PEOPLE: tuple[Someone, ...] = (
    INES,
    Someone("moussa", "Moussa", "fr-SN", "Africa/Dakar", ("Dakar", "Dakar"), 42),
    Someone("ann", "Ann", "en-GB", "Europe/London", ("London", "Londres"), 212),
    Someone("lea", "Léa", "fr-BE", "Europe/Brussels", ("Brussels", "Bruxelles"), 330),
    Someone("grace", "Grace", "en-GH", "Africa/Accra", ("Accra", "Accra"), 88),
    Someone("karim", "Karim", "fr-TN", "Africa/Tunis", ("Tunis", "Tunis"), 186),
    Someone("mireille", "Mireille", "fr-RE", "Indian/Reunion", ("Saint-Denis", "Saint-Denis"), 286),
    Someone("sofia", "Sofia", "en-PT", "Europe/Lisbon", ("Lisbon", "Lisbonne"), 356),
    Someone("noah", "Noah", "fr-LU", "Europe/Luxembourg", ("Luxembourg", "Luxembourg"), 150),
    Someone("ben", "Ben", "en-CA", "America/Toronto", ("Toronto", "Toronto"), 258),
    Someone("linh", "Linh", "fr-FR", "Asia/Bangkok", ("Bangkok", "Bangkok"), 24),
)

CHANNELS: tuple[Channel, ...] = (
    Channel("accueil", "fr"),
    Channel("welcome", "en"),
    Channel("atelier"),
)

QUIET: tuple[str, ...] = ("ben", "karim")
"""Who lets a question pass when colleagues answer: so that there is somebody to remind."""
