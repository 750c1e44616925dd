"""A library of 100,000 made-up resources, half in French and half in English, always the same.

Words come as often as they do in writing (Zipf: the second half as often as the first, the third a
third): first those that join others, then those of the field, then what the sample library says,
then ever rarer words made of stems and endings, then names.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from adapters.playground.shared import LIBRARY
from bot.features.resources.entries import KINDS, Entry, tags_of
from bot.words import fold
from tests.benchmarks.questions import DISTRACTORS

COUNT = 100_000
NEWEST = datetime(2026, 11, 2, tzinfo=UTC)

_JOINING = {
    "fr": "de la le et les des en un une du pour à dans que est sur au par avec ou plus se qui ne",
    "en": "the of and to in a is for on that with as are by it or from this be at an how we your",
}
_FIELD = {
    "fr": """
    formation groupe outil évaluation apprentissage compétence communauté guide exercice séance
    pédagogie animation retour pratique méthode fiche question équipe numérique modèle temps atelier
    projet objectif activité personne jeu grille cours école travail ressource échange accueil
    adulte réunion décision entretien support consigne vidéo débat image écriture lecture santé
    parcours stage emploi réseau école journal tableau cheval bureau niveau festival travail création
    étape règle idée étude élève mémoire thème scène modèle système problème expérience référence
    """,
    "en": """
    training group tool evaluation learning skill community guide exercise session teaching practice
    feedback method sheet question team digital template time workshop project goal activity people
    game rubric course school work resource exchange welcome adult meeting decision interview
    handout instruction video debate picture writing reading health path placement job network diary
    story strategy policy library category study box class process quiz facilitator coach analysis
    """,
}
_STEMS = {
    "fr": """
    accompagn adapt amén anim appliqu apport approch assist autoris calcul centr class command compar
    compil concert confi confirm consult cré critiqu déclar décrypt défin délég démontr dessin détaill
    développ discut distingu document échang éclair écout éduqu élabor encadr engag enseign entraîn
    évalu explor expliqu exprim facilit form formul génér illustr imagin impliqu inform initi innov
    instal intégr interrog invit justifi limit list mesur mobilis modèl motiv négoci not observ
    orient organis particip partag pens plac plan prépar présent priv propos qualifi questionn racont
    rassembl récit réalis regard régul relat renforc résum rythm sensibilis simul situ soign structur
    transform transport travers trouv utilis valid valoris vari vérifi visit visualis
    """,
    "en": """
    accept adapt adjust advis affect answer appoint arrang assembl attend balanc benefit borrow build
    captur challeng check circl collect combin comment compar complet concern confirm connect consid
    consult contact craft debat defin deliv design detail develop direct discov discuss draft draw
    educat encourag engag enjoy evaluat examin explain explor express facilitat figur focus follow
    gather group guid help highlight imagin improv includ inform inspir invit involv judg lead limit
    listen manag measur mentor mix model motivat observ open order organis paint perform plan point
    predict prepar present print produc prompt protect provid publish question rank record reflect
    relat remind repeat report research review reward shar sketch solv spark sponsor start support
    switch target teach test think track train transfer trust understand updat visit volunteer write
    """,
}
_ENDINGS = {
    "fr": "er ent ant é ée és ées eur eurs euse ation ations age ages ement ements able ables if ifs",
    "en": "e es ed ing ings er ers ation ations able ability ment ments ive ively al ally or ors",
}
_SYLLABLES = (
    "ba ber chan da dor el fa gas go hel in ja ki la lou ma mi né no or pa ri sé ta ul vi zo"
)
_NAMES = 12_000
_HOSTS = 3_000


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language, most common first, and how often the first so many come."""

    words: Sequence[str]
    weights: Sequence[float]

    def some(self, chance: random.Random, count: int) -> list[str]:
        """So many words, as they come in writing."""
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def bookmarks(count: int = COUNT, seed: int = 2026) -> Iterator[Entry]:
    """So many resources, oldest first, each with an address of its own."""
    chance = random.Random(seed)
    spoken = {name: language(name) for name in ("fr", "en")}
    telling = {name: common(name, 400) for name in spoken}
    hosts = [fold(f"{a}-{b}.example") for a, b in _pairs(chance, _HOSTS)]
    kinds = [kind for kind in KINDS if kind != "note"]
    for number in range(count):
        name = "fr" if number % 2 else "en"
        words = spoken[name]
        title = " ".join(words.some(chance, chance.randint(3, 9)))
        note = " ".join(words.some(chance, chance.randint(6, 30))) if chance.random() < 0.6 else ""
        path = fold("-".join(title.split()[:4]))
        yield Entry(
            address=f"https://{chance.choice(hosts)}/{name}/{path}-{number}",
            title=title.capitalize(),
            tags=tags_of(chance.choices(telling[name], k=chance.randint(0, 4))),
            note=f"{note.capitalize()}." if note else "",
            kind=chance.choice(kinds),
            shared_at=NEWEST - timedelta(minutes=5 * (count - number)),
        )


def language(name: str) -> Language:
    """A language's words by how often they come: 1, 1/2, 1/3 … (Zipf)."""
    words = list(dict.fromkeys(_ranked(name)))
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    return Language(words, weights)


def common(name: str, count: int) -> list[str]:
    """The most common words of a language that tell something."""
    joining = set(_JOINING[name].split())
    return [word for word in language(name).words if word not in joining][:count]


def questions(count: int, seed: int = 7) -> list[str]:
    """Two words of one language, as they come in writing, none of them joining others only."""
    chance = random.Random(seed)
    found: list[str] = []
    spoken = {name: language(name) for name in ("fr", "en")}
    while len(found) < count:
        name = chance.choice(("fr", "en"))
        joining = _JOINING[name].split()
        first, second = spoken[name].some(chance, 2)
        if first != second and first not in joining and second not in joining:
            found.append(f"{first} {second}")
    return found


def _ranked(name: str) -> Iterator[str]:
    chance = random.Random(name)
    yield from _JOINING[name].split()
    field = _FIELD[name].split()
    yield from field
    rest = [*_said(name), *(_plural(word, name) for word in field)]
    chance.shuffle(rest)
    yield from rest
    made = [stem + end for stem in _STEMS[name].split() for end in _ENDINGS[name].split()]
    chance.shuffle(made)
    yield from made
    yield from (f"{a}{b}" for a, b in _pairs(chance, _NAMES))


def _said(name: str) -> Iterable[str]:
    """What the sample library and its neighbours say in a language; told apart by their accents."""
    for shared in (*LIBRARY, *DISTRACTORS):
        said = f"{shared.title} {shared.note}"
        french = re.search(r"[à-ÿœ’]|\b(?:et|les|des|une|pour|le)\b", said) is not None
        if french == (name == "fr"):
            yield from re.findall(r"[^\W\d_]{2,}", said.lower())


def _plural(word: str, name: str) -> str:
    if name == "en" and word.endswith("y") and word[-2] not in "aeo":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "ch")):
        return f"{word}es" if name == "en" else word
    if name == "fr" and word.endswith("al"):
        return f"{word[:-1]}ux"
    if name == "fr" and word.endswith("au"):
        return f"{word}x"
    return f"{word}s"


def _pairs(chance: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Made-up names, in two halves."""
    halves = ["".join(some) for some in itertools.product(_SYLLABLES.split(), repeat=2)]
    for _ in range(count):
        yield chance.choice(halves), chance.choice(halves)
