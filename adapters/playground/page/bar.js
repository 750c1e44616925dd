// The bar at the top: where one is, what time it is here, the language, the light, the tour.

import { face, fill, h, icon } from "./dom.js";
import { remember } from "./memory.js";
import { say } from "./words.js";

export class Bar {
  constructor(root, page) {
    this.root = root;
    this.page = page;
  }

  draw() {
    const { page } = this;
    const me = page.person(page.state.me);
    const focus = document.activeElement?.closest?.("#bar") ? document.activeElement.id : "";
    fill(this.root, this.menu(me), this.here(), this.when(me), this.tools());
    if (focus) document.getElementById(focus)?.focus();
  }

  menu(me) {
    const { page } = this;
    const news = Object.keys(page.state.waiting).length;
    return h(
      "button",
      { type: "button", id: "menu-open", class: "icon-button only-narrow", "aria-label": say("open-menu"),
        "aria-expanded": "false", onclick: () => page.openSide(true) },
      icon("menu"),
      face(me, "tiny"),
      news ? h("span", { class: "ping", title: say("has-news") }) : null,
    );
  }

  here() {
    const { state } = this.page;
    const channel = state.places.find((one) => one.ref === state.place);
    const lives = channel?.community ? say(`lives-${channel.speaks}`, { name: channel.community }) : say("free");
    const about = channel ? lives : say(`about-${state.place}`);
    return h(
      "div",
      { class: "here" },
      h("h1", {}, this.page.placeName()),
      h("p", {}, channel?.shut ? say("bot-absent") : about),
    );
  }

  when(me) {
    const { page } = this;
    const { clock } = page;
    return h(
      "div",
      { class: "when-bar" },
      h(
        "p",
        { id: "clock", title: say("clock-about") },
        h("span", { class: "date" }, clock.today()),
        h("span", { class: "date short" }, clock.shortToday()),
        h("span", { class: "hour" }, clock.in(clock.zone)),
        h("span", { class: "city" }, me.city),
      ),
      page.state.moves
        ? h(
            "button",
            { type: "button", id: "forward", class: "button small forward", title: say("next-event"),
              "aria-label": say("next-event"), onclick: () => page.forward() },
            icon("next", 15),
            h("span", { class: "text" }, say("next-short")),
          )
        : null,
    );
  }

  tools() {
    const { page } = this;
    const language = (one) =>
      h("button", { type: "button", id: `language-${one}`, lang: one,
        "aria-pressed": String(page.state.language === one), "aria-label": one === "en" ? "English" : "Français",
        onclick: () => page.speak(one) }, one.toUpperCase());
    return h(
      "div",
      { class: "tools-bar" },
      h("div", { class: "languages", role: "group", "aria-label": say("language") }, language("en"), language("fr")),
      h("button", { type: "button", id: "theme", class: "icon-button", "aria-label": say("theme"), title: say("theme"),
        onclick: () => this.turnLight() }, icon(isDark() ? "sun" : "moon")),
      h("button", { type: "button", id: "guide-open", class: "icon-button", "aria-label": say("guide"), title: say("guide"),
        "aria-expanded": String(!page.guide.memory?.closed),
        onclick: () => page.guide.show(page.guide.memory.closed) }, icon("compass")),
    );
  }

  // Whether the hour that is shown is the hour that it is.
  get current() {
    const { clock } = this.page;
    return this.root.querySelector(".hour")?.textContent === clock.in(clock.zone);
  }

  turnLight() {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    remember("ronde-theme", theme);
    this.draw();
  }
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}
