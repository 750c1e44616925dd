"""What cannot be used, in French: a private answer that says what to type, and nothing lost."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

NB = "\u00a0"
POLL = "/sondage « On mange ? » « Ici » « Ailleurs »"
LONG = "Où mange-t-on ? " * 625
"""Ten thousand characters."""


async def french(chat: Chat) -> list[Shown]:
    """A community that speaks English, with Zoé in it, who speaks French; what the channel shows."""
    await chat.founded(chat.zoe)
    return chat.channel.messages


def told(person: Someone) -> str:
    """All that the person is told: in the form or beside it, whole files included."""
    said = list(person.form.errors.values()) if person.form is not None else []
    if person.answers:
        said.append(person.told.text)
        said += [content.decode() for _, content in person.told.files]
    return "\n".join(said).replace("\u202f", NB)


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        (f"{POLL} fin:« quand les poules auront des dents »", "until", "Je ne comprends pas"),
        (f"{POLL} fin:2026-10-30", "until", "est déjà passé"),
        (f"{POLL} fin:« demain 25h »", "until", "n’existe pas. Vérifiez le jour et l’heure."),
        (f"{POLL} fin:+4min", "until", "5 minutes au moins"),
        (f"{POLL} fin:+91j", "until", "90 jours au plus"),
        ('/sondage "" « Ici » « Ailleurs »', "question", "Ce champ est nécessaire."),
        ("/sondage « On mange ? » « Ici »", "choices", "Il en faut au moins 2"),
        ("/sondage « On mange ? » « Été » « ete »", "choices", "se lisent de la même façon"),
        (f"{POLL} résultats:jamais", "results", "ne fait pas partie de"),
        (f"{POLL} anonyme résultats:en-direct", "results", "qu’à la fin"),
        (f"{POLL} pour:@Personne", "who", "Je ne connais pas « Personne » ici"),
        (f"{POLL} pour:@", "who", "Je ne connais pas"),
        (f"{POLL} rappels:3", "reminders", "Écrivez un nombre de 0 à 2"),
        (f"{POLL} clore-si-complet", "close_when_all", "liste de noms"),
        ("/sondage « On mange ? » « Ici » « Ailleurs", "question", "guillemet est resté ouvert"),
        (
            "/sondage « On mange ? » " + " ".join(f"« Plat {n} »" for n in range(21)),
            "choices",
            "20 au plus ; il y en a 21",
        ),
    ],
)
async def test_what_is_wrong_stands_under_its_field_in_french(
    chat: Chat, line: str, field: str, says: str
) -> None:
    """Each mistake opens the form in the reader's language, with the rest in place (bad input)."""
    before = await french(chat)
    await chat.zoe.types(line)

    assert chat.channel.messages == before
    form = chat.zoe.form
    assert form is not None
    assert form.title == "Nouveau sondage"
    assert says in form.errors[field].replace(NB, " ").replace("\u202f", " ")
    if field != "question":
        assert form.values["question"] == "On mange ?"
    assert form.values["choices"].split("\n")[0] in ("Ici", "Été", "Plat 0")


@pytest.mark.parametrize(
    "line",
    [
        f'/sondage "{LONG}" "Ici" "Ailleurs"',
        f'/sondage "On mange ?" "{LONG}" "Ailleurs"',
        f'/sondage "On mange ?" "Ici" "Ailleurs" fin:"{LONG}"',
        f'/sondage "On mange ?" "Ici" "Ailleurs" pour:"{LONG}"',
    ],
    ids=["question", "choice", "date", "names"],
)
async def test_ten_thousand_characters_are_given_back_in_any_field(chat: Chat, line: str) -> None:
    """Whatever is too long comes back whole, privately and in French; nothing is posted (R5)."""
    before = await french(chat)
    await chat.zoe.types(line)

    assert chat.channel.messages == before
    assert "mal passé" not in told(chat.zoe)
    assert chat.zoe.form is None
    assert "Ouvrir le formulaire" in chat.zoe.told.buttons
    whole = " ".join(LONG.split())
    assert whole in " ".join(told(chat.zoe).split()) or whole.replace(" ", "") in "".join(
        told(chat.zoe).split()
    )  # some platforms cut it into pieces


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"/ronde {LONG}", "Je ne connais pas"),
        ("/ronde nimportequoi", "Vous pouvez écrire"),
        ("/sondage voir 99", "Je ne trouve aucun sondage pour « 99 »"),
    ],
    ids=["long command", "unknown command", "unknown number"],
)
async def test_what_means_nothing_is_said_in_french(chat: Chat, line: str, says: str) -> None:
    """Words that name nothing are answered with what can be typed, at a readable length."""
    before = await french(chat)
    await chat.zoe.types(line)

    assert chat.channel.messages == before
    assert says in told(chat.zoe).replace(NB, " ")
    assert len(told(chat.zoe)) < 1000


@pytest.mark.parametrize("word", ["voir", "clore", "attente", "annuler"])
async def test_words_too_many_for_a_poll_open_its_form(chat: Chat, word: str) -> None:
    """Two names for one poll, or ten thousand characters: asked again, and nothing is done."""
    await french(chat)
    await chat.zoe.types('/sondage "Repas ?" "Ici" "Ailleurs"')
    before = chat.channel.messages
    await chat.zoe.types(f'/sondage {word} "repas" "thé"')
    assert chat.zoe.form is not None
    assert chat.zoe.form.values["poll"] == "repas"
    assert "thé" in chat.zoe.form.errors["poll"]
    assert chat.channel.messages == before
    await chat.zoe.fills(poll="repas")
    assert "Repas ?" in told(chat.zoe)
    if word != "clore":
        assert chat.channel.messages == before


@pytest.mark.parametrize("word", ["voir", "clore", "attente", "annuler", "exporter"])
async def test_ten_thousand_characters_for_a_poll_are_given_back(chat: Chat, word: str) -> None:
    """What is too long to be a poll's name comes back whole, with the way to type another."""
    await french(chat)
    await chat.zoe.types('/sondage "Repas ?" "Ici" "Ailleurs"')
    before = chat.channel.messages
    await chat.zoe.types(f"/sondage {word} {LONG}")

    assert "300 caractères au plus" in told(chat.zoe).replace(NB, " ")
    assert "".join(LONG.split()) in "".join(told(chat.zoe).split())
    await chat.zoe.presses("Ouvrir le formulaire")
    assert chat.zoe.form is not None
    assert chat.channel.messages == before


async def test_an_unknown_kind_of_file_is_named_with_what_is_offered(chat: Chat) -> None:
    """`format:` outside its list opens the form, the poll in place."""
    await french(chat)
    await chat.zoe.types('/sondage "Repas ?" "Ici" "Ailleurs"')
    await chat.zoe.types("/sondage exporter 1 format:pdf")

    assert chat.zoe.form is not None
    assert "csv, json" in chat.zoe.form.errors["format"]
    assert chat.zoe.form.values["poll"] == "1"
    await chat.zoe.fills(format="json")
    assert "Repas ?" in chat.zoe.told


@pytest.mark.parametrize(
    ("how", "why"),
    [("close", "Ce sondage est clos."), ("cancel", "Ce sondage a été annulé.")],
)
async def test_a_late_press_is_answered_in_french(chat: Chat, how: str, why: str) -> None:
    """A card left open on a screen says in the reader's language why the vote did not count."""
    await french(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.presses("Pie")
    await chat.zoe.types("/sondage voir 1")
    shown = chat.zoe.told
    await chat.ann.types(f"/poll {how} 1")
    await chat.zoe.presses("Soup", on=shown)

    assert why in chat.zoe.told
    assert "1" not in [line for line in chat.channel.newest.lines if "Soup · 1" in line]


async def test_a_channel_without_the_bot_is_explained_in_french(chat: Chat) -> None:
    """The draft is kept, the answer says what to do, and Publish then does it (R6)."""
    before = await french(chat)
    chat.wire.shuts("general")
    await chat.zoe.types(POLL)

    assert chat.channel.messages == before
    assert "Publier" in chat.zoe.told.buttons
    assert "Votre texte est gardé." in chat.zoe.told
    chat.wire.admits("general")
    await chat.zoe.presses("Publier")
    assert "On mange ?" in chat.channel.newest


async def test_mass_mentions_everywhere_ring_nobody(chat: Chat) -> None:
    """In a question, an option, a name, a correction and a reason they stay the words they are."""
    await chat.ann.types("/ronde")
    await chat.ann.presses("Found a community here")
    await chat.ann.fills(name="Team <!channel>", purpose="calling @everyone", zone="Europe/Paris")
    invitation = chat.channel.newest
    assert "Team <!channel>" in invitation
    assert "calling @everyone" in invitation
    await chat.ben.presses("I'm in", on=invitation)
    await chat.ann.types('/poll "Who?" "@channel" "@here" "<!here>" until:+1d')
    await chat.ann.types("/poll show 1")
    await chat.ann.presses("Correct the question")
    await chat.ann.fills(question="Who is @everyone?")
    await chat.ann.presses("@channel", on=chat.channel.newest)
    await chat.ben.presses("@here", on=chat.channel.newest)
    await chat.passes(days=1, minutes=1)
    await chat.ann.presses("Settle the tie")
    await chat.ann.fills(option="@here", why="<!channel> & <@U1> wanted it")

    poll = chat.channel.newest
    assert "Who is @everyone? (edited)" in poll
    assert "<!here> · 0 votes" in poll
    assert "Reason: <!channel> & <@U1> wanted it" in poll
    assert "<!channel> & <@U1> wanted it" in chat.channel.replies(poll)[0]
