"""Asking a question: the line, the form, and what cannot be a poll."""

from __future__ import annotations

import pytest

from tests.kit.chat import Chat


async def test_a_typed_line_publishes_at_once(chat: Chat) -> None:
    """A line with all it needs is published, and the answer repeats what was understood (1)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')

    poll = chat.channel.newest
    assert "Lunch?" in poll
    assert poll.buttons == ("Soup", "Pie")
    assert "Published in" in chat.ann.told
    assert "Lunch?" in chat.ann.told
    assert "poll 1" in chat.ann.told


async def test_the_usual_poll_hides_names_counts_live_and_closes_in_a_week(chat: Chat) -> None:
    """Without options: names hidden, counts live, a week later at 18:00 (1)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ben.presses("Soup")

    poll = chat.channel.newest
    assert "Nobody sees who chose what" in poll
    assert "Counts are live" in poll
    assert "Ben" not in poll
    assert "9 November 2026" in poll.text
    assert "18:00" in poll.text


async def test_a_bare_command_opens_a_form_of_five_fields(chat: Chat) -> None:
    """The command alone opens its form, with the usual deadline in place (1)."""
    await chat.founded()
    await chat.ann.types("/poll")

    form = chat.ann.form
    assert form is not None
    assert list(form.labels) == ["question", "choices", "until", "names", "results"]
    assert form.values["until"].startswith("2026-11-09 18:00")  # and the zone, where it is not mine
    assert form.values["names"] == "hidden"
    assert form.values["results"] == "live"


async def test_a_form_shows_a_preview_before_it_publishes(chat: Chat) -> None:
    """A sent form shows the poll privately; Publish puts it in the channel (1)."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie")
    assert "Lunch?" in chat.ann.told
    assert len(chat.channel.messages) == before

    await chat.ann.presses("Publish")
    assert "Lunch?" in chat.channel.newest
    assert chat.channel.newest.buttons == ("Soup", "Pie")


async def test_edit_opens_the_preview_s_form_again(chat: Chat) -> None:
    """Edit brings back the form with everything typed in it (1)."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie", names="shown")
    await chat.ann.presses("Edit")

    form = chat.ann.form
    assert form is not None
    assert form.values["question"] == "Lunch?"
    assert form.values["choices"] == "Soup\nPie"
    assert form.values["names"] == "shown"
    await chat.ann.fills(question="Dinner?")
    await chat.ann.presses("Publish")
    assert "Dinner?" in chat.channel.newest
    assert "Everybody sees who chose what" in chat.channel.newest


async def test_one_choice_is_not_a_poll(chat: Chat) -> None:
    """Fewer than two options are refused, with what was typed still in the form (1.A1)."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types('/poll "Lunch?" "Soup"')

    form = chat.ann.form
    assert form is not None
    assert form.values["question"] == "Lunch?"
    assert form.values["choices"] == "Soup"
    assert "2" in form.errors["choices"]
    assert len(chat.channel.messages) == before
    await chat.ann.fills(choices="Soup\nPie")
    await chat.ann.presses("Publish")
    assert chat.channel.newest.buttons == ("Soup", "Pie")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Été", "ete"), ("Soup", "  SOUP "), ("Onion soup", "onion   soup"), ("ﬁsh", "fish")],
)
async def test_two_options_that_read_the_same_are_refused(
    chat: Chat, first: str, second: str
) -> None:
    """Options are compared without case, accents and spaces; both are shown (1.A1)."""
    await chat.founded()
    await chat.ann.types(f'/poll "When?" "{first}" "{second}"')

    assert chat.ann.form is not None
    said = chat.ann.form.errors["choices"]
    assert first in said
    assert second.strip().replace("   ", " ") in said


async def test_a_missing_question_is_asked_for(chat: Chat) -> None:
    """An empty question opens the form with the choices in place."""
    await chat.founded()
    await chat.ann.types('/poll "" "Soup" "Pie"')

    form = chat.ann.form
    assert form is not None
    assert form.errors["question"] == "Please fill this in."
    assert form.values["choices"] == "Soup\nPie"


async def test_twenty_options_fit_and_twenty_one_do_not(chat: Chat) -> None:
    """At most 20 options: one more opens the form, all of them in place."""
    await chat.founded()
    twenty = [f"Dish {number}" for number in range(1, 21)]
    await chat.ann.types("/poll Lunch? " + " ".join(f'"{dish}"' for dish in twenty))
    assert chat.channel.newest.buttons == tuple(twenty)

    many = [*twenty, "Dish 21"]
    await chat.ann.types("/poll Lunch? " + " ".join(f'"{dish}"' for dish in many))
    form = chat.ann.form
    assert form is not None
    assert "20" in form.errors["choices"]
    assert "21" in form.errors["choices"]
    assert form.values["choices"].split("\n") == many


async def test_a_question_of_ten_thousand_characters_is_given_back_whole(chat: Chat) -> None:
    """What is longer than its field comes back whole in the private answer."""
    await chat.founded()
    before = len(chat.channel.messages)
    long = "Where do we eat? " * 588
    await chat.ann.types(f'/poll "{long}" "Soup" "Pie"')

    assert len(chat.channel.messages) == before
    assert "300" in chat.ann.told
    given_back = "".join(chat.ann.told.lines)  # some platforms cut it into pieces, or attach it
    given_back += "".join(content.decode() for _, content in chat.ann.told.files)
    assert long.strip() in given_back


async def test_an_option_longer_than_a_button_is_given_back(chat: Chat) -> None:
    """An option of more than 75 characters is refused, said and kept."""
    await chat.founded()
    long = "A very long dish " * 5
    await chat.ann.types(f'/poll "Lunch?" "{long.strip()}" "Pie"')

    form = chat.ann.form
    assert form is not None
    assert "75" in form.errors["choices"]
    assert form.values["choices"] == f"{long.strip()}\nPie"


async def test_an_unreadable_date_opens_the_form_with_the_rest(chat: Chat) -> None:
    """A date that cannot be understood is said under its field; nothing typed is lost."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" until:"when pigs fly" names:shown')

    form = chat.ann.form
    assert form is not None
    assert "when pigs fly" in form.errors["until"]
    assert form.values["until"] == "when pigs fly"
    assert form.values["question"] == "Lunch?"
    assert form.values["choices"] == "Soup\nPie"
    assert form.values["names"] == "shown"


async def test_an_unknown_choice_is_named_with_what_is_offered(chat: Chat) -> None:
    """A value outside its list names the list."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" results:never')

    assert chat.ann.form is not None
    said = chat.ann.form.errors["results"]
    assert "never" in said
    assert "after-vote" in said


async def test_an_open_quotation_mark_is_said(chat: Chat) -> None:
    """A quote that is never closed opens the form instead of guessing."""
    await chat.founded()
    before = len(chat.channel.messages)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie')

    form = chat.ann.form
    assert form is not None
    assert "quotation mark" in " ".join(form.errors.values())
    assert form.values["choices"] == "Soup\nPie"
    assert len(chat.channel.messages) == before


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("Who calls <!channel> & @everyone?", ("<@U1>", "@here")),
        ("🍲 or 🥧?", ("🍲", "🥧")),
        ("مرحبا بالعالم؟", ("نعم", "לא")),
        ("*bold* _it_ `code` ~x~", ("**a**", "> b")),
        ("Qu’est-ce qu'on mange ?", ("L'été", "L’œuf")),
    ],
)
async def test_what_people_write_is_shown_as_they_wrote_it(
    chat: Chat, question: str, options: tuple[str, str]
) -> None:
    """Mass mentions, marks, emoji and right-to-left words are words, and nothing more."""
    await chat.founded(chat.ben)
    await chat.ann.types(f'/poll "{question}" "{options[0]}" "{options[1]}"')
    await chat.ben.presses(options[1])

    poll = chat.channel.newest
    assert question in poll
    assert poll.buttons == options
    assert f"{options[0]} · 0 votes" in poll
    assert f"{options[1]} · 1 vote" in poll


async def test_french_words_make_the_same_poll(chat: Chat) -> None:
    """Every option is understood in French, whoever types it, and answered in French."""
    await chat.founded(chat.zoe)
    await chat.zoe.types(
        "/sondage « On mange où ? » « Ici » « Ailleurs » plusieurs:2 noms:visibles"
        " résultats:après-vote fin:+3j"
    )

    poll = chat.channel.newest
    assert "On mange où ?" in poll
    assert "Once you have voted, you see who chose what." in poll
    assert "up to 2 choices" in poll
    assert "5 November 2026" in poll.text
    assert "Publié" in chat.zoe.told


async def test_a_poll_can_be_typed_after_ronde(chat: Chat) -> None:
    """`/ronde poll …` is `/poll …`."""
    await chat.founded()
    await chat.ann.types('/ronde poll "Lunch?" "Soup" "Pie"')

    assert "Lunch?" in chat.channel.newest


async def test_a_message_becomes_a_poll(chat: Chat) -> None:
    """ "Make it a poll" opens the form: the first line asks, the next ones are the choices."""
    await chat.founded()
    await chat.ann.uses("Make it a poll", "Where do we eat?\n- Here\n- There")

    form = chat.ann.form
    assert form is not None
    assert form.values["question"] == "Where do we eat?"
    assert form.values["choices"] == "Here\nThere"


async def test_somebody_who_has_not_joined_is_offered_to(chat: Chat) -> None:
    """Polls are started by members: others are told so, with the way in."""
    await chat.founded()
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')

    assert "Join the community first" in chat.ben.told
    assert "I'm in" in chat.ben.told.buttons


async def test_the_settings_can_reserve_polls(chat: Chat) -> None:
    """Where the settings say so, only the facilitator and coordinators start polls."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types("/ronde settings facilitator:Cleo polls:facilitator")
    before = len(chat.channel.messages)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"')
    assert "coordinators start polls" in chat.ben.told
    assert len(chat.channel.messages) == before

    await chat.cleo.types('/poll "Lunch?" "Soup" "Pie"')
    assert "Lunch?" in chat.channel.newest


async def test_a_bot_outside_the_channel_keeps_the_draft(chat: Chat) -> None:
    """Where the bot cannot post, the poll waits as a draft until Publish works."""
    await chat.founded()
    chat.wire.shuts("general")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    assert "Publish" in chat.ann.told.buttons
    assert "Your text is kept" in chat.ann.told

    chat.wire.admits("general")
    await chat.ann.presses("Publish", on=chat.ann.told)
    assert "Lunch?" in chat.channel.newest


# ── slips of the keyboard ───────────────────────────────────────────────────────────────────────


async def test_a_forgotten_quotation_mark_is_never_published(chat: Chat) -> None:
    """One quote too few shifts all the others: the form opens instead (1.A1)."""
    await chat.founded()
    before = chat.channel.messages
    await chat.ann.types('/poll "Where? "Here" "There"')

    assert chat.ann.form is not None
    assert "quotation mark" in " ".join(chat.ann.form.errors.values())
    assert chat.channel.messages == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('/poll "Closing?" "a" "b" untill:friday', "You can use: until, names, results"),
        ("/sondage « Fin ? » « a » « b » finn:vendredi", "Vous pouvez écrire"),
    ],
)
async def test_a_mistyped_option_is_no_choice(chat: Chat, line: str, said: str) -> None:
    """`untill:` opens the form with the names that there are, in the reader's language (1)."""
    if chat.wire.platform == "discord":
        pytest.skip("options are picked there, not typed")
    await chat.founded(chat.zoe)
    before = chat.channel.messages
    someone = chat.zoe if line.startswith("/sondage") else chat.ann
    await someone.types(line)

    assert someone.form is not None
    errors = " ".join(someone.form.errors.values()).replace("\u00a0", " ")
    assert said in errors
    assert ("“untill:”" if someone is chat.ann else "« finn: »") in errors
    assert chat.channel.messages == before


async def test_a_semicolon_in_quotes_separates_nothing(chat: Chat) -> None:
    """Two quoted choices are two choices, whatever signs they hold (1)."""
    if chat.wire.platform == "discord":
        pytest.skip("a list is one option there, in which semicolons separate")
    await chat.founded()
    await chat.ann.types('/poll "Tea?" "Tea; green" "Water &amp;"')

    assert chat.channel.newest.buttons == ("Tea; green", "Water &amp;")


# ── the form's choices ──────────────────────────────────────────────────────────────────────────


async def test_the_form_speaks_in_words_not_in_spellings(chat: Chat) -> None:
    """When counts are seen is chosen from words; what is typed keeps its spelling (1)."""
    await chat.founded(chat.zoe)
    await chat.ann.types("/poll")
    assert chat.ann.form is not None
    assert chat.ann.form.options["results"] == ("live", "after voting", "at the end")
    await chat.zoe.types("/sondage")
    assert chat.zoe.form is not None
    assert chat.zoe.form.options["results"] == ("en direct", "après avoir voté", "à la clôture")


async def test_an_anonymous_poll_does_not_stumble_over_what_the_form_marks(chat: Chat) -> None:
    """ "live" is marked as usual; with "anonymous" chosen, the results come at the end (1.A4)."""
    await chat.founded()
    await chat.ann.types("/poll")
    await chat.ann.fills(question="Lunch?", choices="Soup\nPie", names="anonymous", results="live")
    assert "Results at the end" in chat.ann.told
    await chat.ann.presses("Publish")

    assert "Results at the end" in chat.channel.newest


async def test_names_that_are_shown_later_are_announced_for_later(chat: Chat) -> None:
    """What the card says of names is true before the end, and after it (1.A5)."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" names:shown results:at-close until:+1d')
    assert "When the poll closes, everybody sees who chose what." in chat.channel.newest
    await chat.ben.presses("Soup")
    await chat.passes(days=2)

    assert "Everybody sees who chose what." in chat.channel.newest


async def test_a_name_that_nobody_has_is_quoted(chat: Chat) -> None:
    """ "I do not know nobody here" would be a riddle (R5)."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" who:@nobody')

    assert chat.ann.form is not None
    assert "I do not know “nobody” here." in chat.ann.form.errors["who"]
