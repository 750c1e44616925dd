"""The two minutes that win people over, each in a real browser and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.kit import browser
from tests.kit.browser import Room, Visit

LANGUAGES = [("fr-FR", "accueil"), ("en-GB", "welcome")]
QUESTION = {"accueil": "De quoi parlons-nous", "welcome": "What shall we talk about"}


@pytest.mark.parametrize(
    ("language", "title", "button", "place"),
    [
        ("fr-CA", "Vous êtes Inès, à la coordination, à Lyon.", "Créer un sondage", "#accueil"),
        ("en-US", "You are Inès, coordinator in Lyon.", "Create a poll", "#welcome"),
        ("de-DE", "You are Inès, coordinator in Lyon.", "Create a poll", "#welcome"),
    ],
)
async def test_it_opens_in_the_browser_s_language(
    room: Room, language: str, title: str, button: str, place: str
) -> None:
    """The newcomer reads who they are and what to try, in their own language."""
    visit = await room.visit(language)

    await expect(visit.guide.locator("h2")).to_have_text(title)
    await expect(visit.now.first).to_have_text(button)
    await expect(visit.page.locator("h1")).to_have_text(place)
    await visit.shot(f"1-open-{language[:2]}")
    assert visit.problems == []


@pytest.mark.parametrize(("language", "place"), LANGUAGES)
async def test_a_poll_is_prefilled_previewed_and_published(
    room: Room, language: str, place: str
) -> None:
    """One press opens the form with everything in it; the preview is private; Publish posts."""
    visit = await room.visit(language)

    await visit.now.first.click()
    form = visit.page.locator("dialog.form")
    await expect(form.locator("textarea").first).to_have_value(
        {"accueil": "De quoi parlons-nous la prochaine fois\u00a0?"}.get(
            place, "What shall we talk about next time?"
        )
    )
    await expect(form.locator("textarea").nth(1)).not_to_have_value("")
    await expect(form.locator(".understood")).to_contain_text("10 nov", ignore_case=True)
    await visit.shot(f"2-form-{language[:2]}")
    await form.locator("button[type=submit]").click()
    preview = visit.page.locator("article.private").last
    await expect(preview.locator(".only")).to_have_text(
        {"accueil": "Personne d’autre ne voit ceci"}.get(place, "Nobody else sees this")
    )
    await expect(preview).to_be_focused()
    await visit.shot(f"3-preview-{language[:2]}")
    await preview.locator(".button.primary").click()

    await visit.ticked("ask")
    await expect(visit.card(QUESTION[place]).locator("button.bar")).to_have_count(3)
    assert visit.problems == []


async def four_steps(visit: Visit) -> None:
    """The tour's first four steps: ask, let people answer, see with other eyes, let time pass."""
    await visit.publishes_sample()
    await visit.now.first.click()
    await visit.ticked("answer")
    await visit.now.first.click()
    await visit.ticked("switch")
    await visit.now.first.click()
    await visit.page.wait_for_selector(".person .ping")
    await visit.now.first.click()
    await visit.ticked("next")


async def proposes(visit: Visit) -> None:
    """The tour's sixth step: three dates, previewed, then published."""
    await visit.now.first.click()
    form = visit.page.locator("dialog.form")
    await expect(form.locator("textarea").first).not_to_have_value("")
    await form.locator("button[type=submit]").click()
    preview = visit.page.locator("article.private").last
    await preview.locator(".button.primary").click()
    await visit.ticked("meet")


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
async def test_dates_are_proposed(room: Room, language: str) -> None:
    """The step's form proposes three dates; what is posted names the meeting, and the step ticks."""
    visit = await room.visit(language)
    await four_steps(visit)
    await visit.now.first.click()
    await visit.ticked("find")
    await proposes(visit)
    board = visit.page.locator("article.bot:not(.private)").last
    await expect(board).to_contain_text("Cercle" if language == "fr-FR" else "Practice circle")
    await visit.shot(f"9-dates-{language[:2]}")
    assert visit.problems == []


@pytest.mark.parametrize(("language", "line"), [("fr-FR", "Évaluations"), ("en-GB", "Évaluations")])
async def test_the_library_answers_in_one_press(room: Room, language: str, line: str) -> None:
    """The guide's own question finds « Évaluations », the word itself in bold; the step ticks."""
    visit = await room.visit(language)
    await four_steps(visit)
    await visit.now.first.click()

    answer = visit.page.locator("article.private").last
    await expect(answer.locator("b, strong").filter(has_text=line).first).to_be_visible()
    await visit.ticked("find")
    await visit.shot(f"8-find-{language[:2]}")
    assert visit.problems == []


async def test_a_message_is_kept_from_its_menu(room: Room) -> None:
    """Hovering a colleague's message offers to keep it, and the answer says that it is kept."""
    visit = await room.visit("en-GB")
    message = visit.page.locator("article").filter(has_text="Has anyone tried feedback in pairs")
    await message.hover()
    await message.locator("button.more").click()
    await visit.page.get_by_text("Keep in the library").click()

    kept = visit.page.locator("article.private").last
    await expect(kept).to_contain_text("is in the library")
    assert visit.problems == []


async def test_nine_colleagues_answer_over_six_seconds_and_bars_grow(tmp_path: Path) -> None:
    """The count rises vote by vote and the bars with it; two people stay silent."""
    async with browser.room(tmp_path, seconds=6.0) as room:
        visit = await room.visit("en-GB")
        await visit.publishes_sample()
        board = visit.card(QUESTION["welcome"])
        await visit.page.evaluate("window.began = performance.now()")
        await visit.now.first.click()

        seen: set[str] = set()
        widths: set[int] = set()
        while not await visit.page.locator("#guide li.done[data-step=answer]").count():
            seen.add(await board.locator(".note").first.inner_text())
            box = await board.locator(".fill").first.bounding_box()
            widths.add(round(box["width"]) if box else 0)
            await visit.page.wait_for_timeout(80)
        took = await visit.page.evaluate("performance.now() - window.began")

        assert 5_500 < took < 12_000
        assert len(seen) >= 7, seen
        assert len(widths) >= 10, "the bars grow, they do not jump"
        await expect(board).to_contain_text("9 voted · 9 of 11 members")
        await visit.shot("4-answered-en")
        assert visit.problems == []


@pytest.mark.parametrize(("language", "place"), LANGUAGES)
async def test_other_eyes_see_other_times_and_other_private_answers(
    new_room: Room, language: str, place: str
) -> None:
    """Being Moussa or Ann changes times and private answers at once; the card keeps its language."""
    visit = await new_room.visit(language)
    await visit.publishes_sample()
    await visit.now.first.click()
    await visit.ticked("answer")
    board = visit.card(QUESTION[place])
    french = place == "accueil"
    await expect(board).to_contain_text(
        "18\u00a0h\u00a000 (heure de Paris)" if french else "18:00 (Paris"
    )
    await expect(visit.page.locator("article.private")).to_have_count(1)

    await visit.now.nth(0).click()
    await visit.ticked("switch")
    await expect(board).to_contain_text(
        "17\u00a0h\u00a000 (heure de Dakar" if french else "17:00 (Dakar"
    )
    await expect(visit.guide.locator("h2")).to_contain_text("Moussa")
    await visit.goes("accueil")
    await expect(visit.page.locator("article.private")).to_contain_text(["Bienvenue"])
    await visit.shot(f"5-moussa-{language[:2]}")
    await visit.becomes("ann")
    await expect(visit.page.locator("article.private")).to_contain_text(["Welcome"])
    await visit.goes(place)
    await expect(board).to_contain_text("(heure de Londres" if french else "17:00 (London time")
    assert visit.problems == []


@pytest.mark.parametrize(("language", "place"), LANGUAGES)
async def test_time_passes_a_reminder_to_two_then_the_result(
    room: Room, language: str, place: str
) -> None:
    """Only the silent two are reminded, with buttons that vote; once more, and it is closed."""
    visit = await room.visit(language)
    await visit.publishes_sample()
    await visit.now.first.click()
    await visit.ticked("answer")
    await visit.now.first.click()
    await visit.ticked("switch")
    await visit.becomes("ines")

    await visit.now.first.click()
    faces = visit.page.locator(".person:has(.ping)")
    await expect(faces).to_have_count(2)
    reminded = await faces.evaluate_all("all => all.map((one) => one.dataset.person)")
    assert set(reminded) == {"ben", "karim"}
    await visit.shot(f"6-reminded-{language[:2]}")

    await visit.guide.get_by_text("Ben", exact=False).last.click()
    await visit.page.wait_for_selector("[data-person=ben][aria-checked=true]")
    reminder = visit.card(QUESTION[place])
    await expect(reminder).to_contain_text("You have not answered yet")
    await visit.shot(f"7-reminder-{language[:2]}")
    await reminder.locator("button.button").first.click()
    await expect(reminder).to_contain_text("Thank you")
    await visit.goes(place)
    await expect(visit.card(QUESTION[place])).to_contain_text("10")

    await visit.becomes("ines")
    await visit.now.first.click()
    await visit.ticked("next")
    thread = visit.page.locator("section.thread").last
    await expect(thread).to_contain_text("Résultat" if place == "accueil" else "Result")
    await expect(visit.page.locator("article.bot:has(.bars) button.bar")).to_have_count(0)
    await visit.shot(f"8-closed-{language[:2]}")
    assert visit.problems == []


@pytest.mark.parametrize(("language", "place"), LANGUAGES)
async def test_the_same_card_as_in_slack_and_in_discord(
    room: Room, language: str, place: str
) -> None:
    """Each platform's manner: its marks, its bars, its buttons, its dates; live as well."""
    visit = await room.visit(language)
    await visit.publishes_sample()
    await visit.card(QUESTION[place]).locator(".more").first.click()
    await visit.page.get_by_role("menuitem").first.click()
    slack, discord = visit.page.locator(".slack"), visit.page.locator(".discord")

    await expect(slack.locator(".s-header")).to_contain_text(QUESTION[place])
    await expect(slack.locator(".s-button")).to_have_count(3)
    await expect(slack).to_contain_text("░░░░░░░░░░")
    await expect(discord.locator(".d-row .d-button")).to_have_count(3)
    await expect(discord).to_contain_text("▱▱▱▱▱▱▱▱▱▱")
    if place == "welcome":
        await expect(slack).to_contain_text("Tuesday, November 10th, 2026 at 6:00 PM")
        await expect(discord).to_contain_text("Tuesday, November 10, 2026 at 6:00 PM")
    else:
        await expect(slack).to_contain_text("mardi 10 novembre 2026 à 18:00")
    await visit.shot(f"9-manners-{language[:2]}")
    await visit.page.keyboard.press("Escape")
    await expect(visit.page.locator("dialog")).to_have_count(0)
    assert visit.problems == []


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
async def test_start_from_nothing(room: Room, language: str) -> None:
    """An empty channel: found, three join, a question, answers, and the poll ends by itself."""
    visit = await room.visit(language)
    await four_steps(visit)
    await visit.now.first.click()
    await visit.ticked("find")
    await proposes(visit)
    await visit.now.first.click()
    await visit.ticked("journey")
    said = await visit.page.locator("figcaption").last.inner_text()
    marks, counts = said.splitlines()
    assert "3 ◐" in marks and "3" in counts
    await visit.now.nth(1).click()

    await expect(visit.page.locator("h1")).to_have_text("#atelier")
    await expect(visit.page.locator(".empty")).to_be_visible()
    await visit.shot(f"10-nothing-{language[:2]}")
    await visit.now.first.click()
    await visit.page.click("dialog.form button[type=submit]")
    await visit.ticked("found")
    await visit.shot(f"11-founded-{language[:2]}")
    await visit.now.first.click()
    await visit.ticked("join")
    await expect(visit.card("Atelier")).to_contain_text("4 memb")
    await visit.now.first.click()
    await visit.page.click("dialog.form button[type=submit]")
    await visit.page.locator("article.private .button.primary").last.click()
    await visit.ticked("first")
    await visit.now.first.click()
    await visit.ticked("answer-2")
    for _ in range(4):
        if await visit.page.locator("#guide li.done[data-step=end]").count():
            break
        await visit.now.first.click()
        await visit.page.wait_for_timeout(1200)
    await visit.ticked("end")
    await visit.shot(f"12-own-result-{language[:2]}")
    assert visit.problems == []


async def test_people_may_join_by_hand(tmp_path: Path) -> None:
    """Three who press “I'm in” themselves tick the step, as colleagues who are let in do."""
    async with browser.room(tmp_path, empty=True) as room:
        visit = await room.visit("en-GB")
        await visit.now.first.click()
        await visit.page.click("dialog.form button[type=submit]")
        await visit.ticked("found")
        for number, who in enumerate(("ann", "grace", "ben"), 2):
            await visit.becomes(who)
            invitation = visit.card("Atelier")
            await invitation.get_by_role("button").first.click()
            await expect(invitation).to_contain_text(f"{number} members")
        await visit.ticked("join")
        assert visit.problems == []


async def test_the_tour_closes_opens_and_remembers(room: Room) -> None:
    """It is out of the way when one wants, and goes on where it stopped, also after a reload."""
    visit = await room.visit("en-GB")
    await visit.publishes_sample()
    await visit.page.reload()
    await visit.ticked("ask")
    await visit.guide.get_by_label("Close the tour").click()
    await expect(visit.guide).to_be_hidden()
    await expect(visit.page.locator("#guide-open")).to_be_focused()
    await visit.page.reload()
    await visit.page.wait_for_selector("#app:not([hidden])")
    await expect(visit.guide).to_be_hidden()
    await visit.page.click("#guide-open")
    await visit.ticked("ask")
    await expect(visit.guide).to_be_visible()
    assert visit.problems == []
