"""The playground without a mouse, on a phone, in the dark, and when things fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from adapters.playground.outbound import draw
from bot.card import Card, Sign, Table
from bot.language import Reader
from bot.request import PlaceRef
from bot.text import Words
from tests.kit import browser
from tests.kit.browser import Room, Theme

# ── without a mouse, without eyes ───────────────────────────────────────────────────────────────


async def test_a_poll_by_keyboard_alone(room: Room) -> None:
    """From the first Tab to the published poll and a vote, without a mouse."""
    visit = await room.visit("en-GB")
    keys, page = visit.page.keyboard, visit.page
    await page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    await keys.press("Tab")
    await expect(page.locator("#skip")).to_be_focused()
    await keys.press("Enter")
    await expect(page.locator("#line")).to_be_focused()
    await keys.type("/poll")
    await keys.press("Escape")
    await keys.press("Enter")
    await expect(page.locator("#field-question")).to_be_focused()
    await keys.type("Lunch?")
    await keys.press("Tab")
    await keys.type("Soup\nPie")
    for _ in range(12):
        await keys.press("Tab")
        if await page.evaluate("document.activeElement.type === 'submit'"):
            break
    await keys.press("Enter")
    await expect(page.locator("article.private").last).to_be_focused()
    for _ in range(6):
        await keys.press("Tab")
        if await page.evaluate("document.activeElement.textContent === 'Publish'"):
            break
    await keys.press("Enter")
    board = visit.card("Lunch?")
    await expect(board.locator("button.bar")).to_have_count(2)
    await board.locator("button.bar").first.focus()
    await keys.press("Enter")
    await expect(board).to_contain_text("1 vote")
    await expect(board.locator("button.bar").first).to_be_focused()
    await visit.shot("keyboard-focus")
    assert visit.problems == []


async def test_the_circle_and_menus_turn_with_arrows(room: Room) -> None:
    """People are one stop of the Tab key; arrows choose among them; a menu closes with Escape."""
    visit = await room.visit("en-GB")
    page = visit.page
    await page.locator("[data-person=ines]").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("[data-person=moussa]")).to_be_focused()
    await expect(page.locator("[data-person=moussa]")).to_have_attribute("aria-checked", "true")
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("ArrowLeft")
    await expect(page.locator("[data-person=linh]")).to_be_focused()
    assert await page.locator(".person[tabindex='0']").count() == 1
    more = page.locator("article.human .more").first
    await more.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("menuitem").last).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await expect(page.get_by_role("menu")).to_have_count(0)
    await page.keyboard.press("/")
    await expect(page.locator("#line")).to_be_focused()
    await expect(page.locator("#line")).to_have_value("/")
    assert visit.problems == []


async def test_every_control_has_a_name_and_every_field_a_label(room: Room) -> None:
    """What a screen reader finds: landmarks, one heading of the first level, names for all."""
    visit = await room.visit("en-GB")
    await visit.publishes_sample()
    await visit.types("/poll")
    await visit.page.wait_for_selector("dialog.form")
    nameless = await visit.page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, textarea, [role=radio]")]
          .filter((one) => one.checkVisibility())
          .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length))
          .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    assert await visit.page.locator("h1").count() == 1
    for role in ("main", "navigation", "log", "radiogroup"):
        assert await visit.page.get_by_role(role, include_hidden=True).count() == 1, role
    doubled = await visit.page.evaluate(
        """() => { const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          return ids.filter((one, at) => ids.indexOf(one) !== at); }"""
    )
    assert doubled == []


async def test_news_are_told_to_who_listens(room: Room) -> None:
    """A live region says what arrived, once, and not each redraw."""
    visit = await room.visit("en-GB")
    other = await room.visit("en-GB")
    await other.becomes("ann")
    await other.types("Hello everybody")

    await expect(visit.page.locator("#told")).to_have_text("Ann: Hello everybody")
    assert await visit.page.locator("#timeline").get_attribute("aria-live") == "off"


# ── screens ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
async def test_a_phone_shows_everything_without_scrolling_sideways(
    room: Room, language: str
) -> None:
    """390 points wide: places behind a button, a form, a card, the tour; nothing sticks out."""
    visit = await room.visit(language, width=390, height=780, touch=True, device_scale_factor=2)
    wide = "document.documentElement.scrollWidth <= innerWidth"
    short = language[:2]

    assert await visit.page.evaluate(wide)
    await visit.shot(f"phone-1-open-{short}")
    await visit.page.click("#menu-open")
    await expect(visit.page.locator("[data-person=ann]")).to_be_visible()
    await visit.shot(f"phone-2-places-{short}")
    await visit.page.keyboard.press("Escape")
    await expect(visit.page.locator("#menu-open")).to_be_focused()
    await visit.now.first.click()
    await visit.shot(f"phone-3-form-{short}")
    assert await visit.page.evaluate(wide)
    await visit.page.click("dialog.form button[type=submit]")
    await visit.page.locator(".message.private .button.primary").last.click()
    await visit.ticked("ask")
    await visit.now.first.click()
    await visit.ticked("answer")
    await visit.shot(f"phone-4-answered-{short}")
    outside = await visit.page.evaluate(
        """() => [...document.querySelectorAll("#main *")]
          .filter((one) => one.checkVisibility() && !one.closest(".unseen, #offers"))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className || one.tagName)"""
    )
    assert outside == []
    assert visit.problems == []


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_words_stand_out_from_what_they_stand_on(room: Room, theme: Theme) -> None:
    """At least 4.5 to 1 for all text that matters, by day and by night."""
    visit = await room.visit("en-GB", theme=theme)
    await visit.publishes_sample()
    await visit.now.first.click()
    await visit.ticked("answer")
    await visit.shot(f"{theme}")
    found = await visit.contrasts(
        [
            (".card p", ".card"),
            (".bot:not(.private) .card .note", ".bot:not(.private) .card"),
            (".bar .value", ".card"),
            (".only", "body"),
            (".when", "body"),
            (".places a:not([aria-current])", "#side"),
            ("#side h2", "#side"),
            (".places a[aria-current]", ".places a[aria-current]"),
            ("#guide .button.primary", "#guide .button.primary"),
            (".step.done h3", "#guide"),
            (".app", ".app"),
            (".keys", "body"),
            (".person .face", ".person .face"),
        ]
    )

    assert {name: ratio for name, ratio in found.items() if ratio < 4.5} == {}


async def test_light_and_dark_can_be_chosen(room: Room) -> None:
    """The button wins over the system, and is remembered."""
    visit = await room.visit("en-GB", theme="light")
    before = await visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    await visit.page.click("#theme")
    dark = await visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    await visit.page.reload()
    await visit.page.wait_for_selector("#app:not([hidden])")

    assert before != dark
    assert dark == await visit.page.evaluate("getComputedStyle(document.body).backgroundColor")


async def test_movement_rests_for_who_asks_for_it(room: Room) -> None:
    """With reduced motion nothing slides or grows."""
    visit = await room.visit("en-GB", motion="reduce")
    await visit.publishes_sample()
    moves = await visit.page.evaluate(
        """() => [...document.querySelectorAll("*")].map((one) => getComputedStyle(one))
          .flatMap((one) => [...one.transitionDuration.split(","), ...one.animationDuration.split(",")])
          .filter((one) => parseFloat(one) > 0.01)"""
    )

    assert moves == []


# ── a grid of answers ───────────────────────────────────────────────────────────────────────────


YES, NO = Sign("✓", Words("oui")), Sign("✗", Words("non"))


def grid(slots: int) -> Card:
    """So many slots, and what three people answered; one has a long name, one said nothing."""
    answered = (
        ("Ann", YES),
        ("Marie-Hélène de la Rochefoucauld-Beaumont", NO),
        ("Zoé", Words("")),
        ("Oui", Words("1")),
    )
    rows = tuple((Words(name), *(said,) * slots) for name, said in answered)
    heads = (Words(""), *(Words(f"{day} nov. 14 h") for day in range(1, slots + 1)))
    return Card(Words(f"{slots} dates"), (Table(heads, rows, (YES, NO)),))


async def shows(room: Room, slots: int) -> None:
    """The grid stands in the channel that everybody opens first."""
    channel = room.playground.adapter.room
    body = draw(grid(slots), Reader("fr", "Europe/Paris", "playground"), channel.keep_lasting)
    channel.show(PlaceRef("playground", "playground", "accueil"), body, f"grid-{slots}", None, None)


@pytest.mark.parametrize(
    ("width", "slots", "told"), [(1200, 12, False), (390, 3, False), (390, 12, True)]
)
async def test_a_grid_fits_a_wide_page_and_a_phone(
    room: Room, width: int, slots: int, told: bool
) -> None:
    """Names stay in sight beside a wide grid; on a phone its dates are told one after the other."""
    visit = await room.visit("fr-FR", width=width, height=860)
    await shows(room, slots)
    card = visit.card(f"{slots} dates")
    await expect(card).to_be_visible()
    assert await card.locator("table").is_visible() is not told
    assert await card.locator(".told").is_visible() is told
    await visit.shot(f"grid-{width}-{slots}")
    assert await visit.page.evaluate("document.documentElement.scrollWidth") <= width
    if told:
        await expect(card.locator("dt").first).to_have_text("1 nov. 14 h · Oui\u00a0: 1")
        await expect(card.locator("dd").first).to_have_text("oui\u00a0: Ann")
        await expect(card.locator("dt").last).to_have_text("Aucune réponse\u00a0: Zoé")
        return
    scroll = card.locator(".scroll")
    name = scroll.get_by_role("rowheader", name="Ann", exact=True)
    before = await name.bounding_box()
    await scroll.evaluate("(one) => one.scrollTo(1000, 0)")
    assert await name.bounding_box() == before
    assert await scroll.get_by_role("img", name="oui").count() == slots
    tallest = await card.locator("tbody tr").evaluate_all(
        "(rows) => Math.max(...rows.map((row) => row.offsetHeight))"
    )
    assert tallest < 130, "no word is broken into letters"
    await expect(card.locator(".legend")).to_have_text("✓ oui · ✗ non")
    assert visit.problems == []


# ── when things fail ────────────────────────────────────────────────────────────────────────────


async def test_a_lost_connection_comes_back_with_everything_typed(room: Room) -> None:
    """The page says that it tries again; what was typed meanwhile is still there."""
    visit = await room.visit("en-GB")
    await visit.page.context.set_offline(True)
    for session in list(room.playground.adapter._sessions):
        await session.leave()
    await expect(visit.page.locator("body")).to_have_class("guided lost")
    await visit.types("Still here")
    await expect(visit.page.locator("#line")).to_have_value("Still here")
    await expect(visit.page.locator("#toast")).to_contain_text("not sent")
    await visit.page.context.set_offline(False)
    await expect(visit.page.locator("body")).to_have_class("guided", timeout=20_000)
    await visit.page.locator("#line").press("Enter")

    await expect(visit.page.locator("article.human").last).to_contain_text("Still here")


async def test_a_reload_shows_everything_again(room: Room) -> None:
    """Cards, people's words, who I am and what I was writing in a form's place."""
    visit = await room.visit("en-GB")
    await visit.publishes_sample()
    await visit.becomes("grace")
    cards = await visit.page.locator("article.bot:not(.private) .title").all_inner_texts()
    await visit.page.reload()
    await visit.page.wait_for_selector("#app:not([hidden])")

    assert await visit.page.locator("article.bot:not(.private) .title").all_inner_texts() == cards
    await expect(visit.page.locator("[data-person=grace]")).to_have_attribute(
        "aria-checked", "true"
    )
    assert visit.problems == []


async def test_a_channel_without_the_bot_says_how_to_let_it_in(room: Room) -> None:
    """What was typed is kept; `/invite @Ronde`, then Publish."""
    visit = await room.visit("en-GB")
    await visit.types("/kick @Ronde")
    await expect(visit.page.locator("#bar")).to_contain_text("/invite @Ronde")
    await visit.types('/poll "Lunch?" "Soup" "Pie"')
    answer = visit.page.locator("article.private").last
    await expect(answer).to_contain_text("/invite @Ronde")
    await visit.types("/invite @Ronde")
    await answer.get_by_role("button", name="Publish").click()

    await expect(visit.card("Lunch?").locator("button.bar")).to_have_count(2)
    assert visit.problems == []


FREE = "For a community of your own"


async def test_an_empty_playground_opens_with_nothing_in_it(tmp_path: Path) -> None:
    """`ronde play --empty`: the tour begins with founding, and stays with it after a reload."""
    async with browser.room(tmp_path, empty=True) as room:
        visit = await room.visit("en-GB")
        await expect(visit.guide.locator("h2")).to_have_text("A community of your own")
        await expect(visit.page.locator(".empty")).to_be_visible()
        await visit.shot("empty-en")
        await visit.goes("accueil")
        await expect(visit.page.locator("#bar .here p")).to_have_text(FREE)
        await visit.types("/ronde")
        await visit.page.click("article.private .button.primary")
        await visit.page.locator("dialog.form button[type=submit]").click()
        await expect(visit.page.locator("#bar .here p")).to_have_text("Accueil, in English")
        await visit.page.reload()
        await expect(visit.page.locator("#guide h2")).to_have_text("A community of your own")
        assert visit.problems == []
