// The left side: channels, direct messages, and the circle of people one can be.

import { face, fill, h, icon, ring } from "./dom.js";
import { say } from "./words.js";

const RADIUS = 96;

export class Side {
  constructor(root, page) {
    this.root = root;
    this.page = page;
  }

  draw() {
    const { state } = this.page;
    const focus = document.activeElement?.closest?.("#side") ? document.activeElement.dataset.key : null;
    this.root.setAttribute("aria-label", say("side"));
    fill(
      this.root,
      h(
        "header",
        { class: "brand" },
        ring(),
        h("span", { class: "wordmark" }, "Ronde"),
        h("span", { class: "tag" }, say("playground")),
        h("button", { type: "button", class: "icon-button only-narrow", "aria-label": say("close-menu"),
          onclick: () => this.page.openSide(false) }, icon("close")),
      ),
      h(
        "nav",
        { "aria-label": say("places") },
        h("ul", { class: "places" }, this.place("home", say("place-home"), icon("home", 17))),
        h("h2", {}, say("channels")),
        h("ul", { class: "places" }, state.places.map((one) => this.place(one.ref, one.ref, "#", one.shut))),
        h("h2", {}, say("direct-messages")),
        h("ul", { class: "places" }, this.place("direct", "Ronde", h("span", { class: "dot" }))),
      ),
      this.people(),
    );
    if (focus) this.root.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  }

  place(ref, name, mark, shut = false) {
    const { state } = this.page;
    const count = ref === state.place ? 0 : (state.unread[ref] ?? 0);
    return h(
      "li",
      {},
      h(
        "a",
        { href: `#${ref}`, "data-key": `place-${ref}`, class: count ? "unread" : "",
          "aria-current": ref === state.place ? "page" : null },
        h("span", { class: "mark", "aria-hidden": "true" }, mark),
        h("span", { class: "text" }, name),
        shut ? h("span", { class: "shut", title: say("bot-absent") }, "○") : null,
        count ? h("span", { class: "badge" }, String(count), h("span", { class: "unseen" }, ` ${say("unread")}`)) : null,
      ),
    );
  }

  // Everybody stands in a circle; whoever speaks stands in the middle as well.
  people() {
    const { state } = this.page;
    const me = this.page.person(state.me);
    const count = state.people.length;
    const faces = state.people.map((one, index) => {
      const angle = (2 * Math.PI * index) / count - Math.PI / 2;
      const waiting = one.ref === state.me ? 0 : (state.waiting[one.ref] ?? 0);
      const label = [one.name, one.city, say(`speaks-${one.speaks}`), this.page.clock.in(one.zone),
        waiting ? say("has-unread") : ""].filter(Boolean).join(", ");
      return h(
        "button",
        {
          type: "button", role: "radio", class: "person", "data-key": `person-${one.ref}`,
          "data-person": one.ref,
          "aria-checked": one.ref === state.me ? "true" : "false", "aria-label": label,
          tabindex: one.ref === state.me ? "0" : "-1",
          style: { "--x": `${(RADIUS * Math.cos(angle)).toFixed(1)}px`, "--y": `${(RADIUS * Math.sin(angle)).toFixed(1)}px` },
          onclick: () => this.page.become(one.ref),
        },
        face(one),
        waiting ? h("span", { class: "ping" }) : null,
      );
    });
    const middle = h("div", { class: "middle", "aria-hidden": "true" });
    const look = (one) => fill(middle, face(one, "large"), h("strong", {}, one.name),
      h("span", {}, `${one.city} · ${one.speaks.toUpperCase()}`), h("span", { class: "hour" }, this.page.clock.in(one.zone)));
    faces.forEach((one, index) => {
      for (const event of ["pointerenter", "focus"]) one.addEventListener(event, () => look(state.people[index]));
      for (const event of ["pointerleave", "blur"]) one.addEventListener(event, () => look(me));
    });
    look(me);
    const circle = h(
      "div",
      { class: "circle", role: "radiogroup", "aria-labelledby": "who" },
      faces,
      middle,
    );
    circle.addEventListener("keydown", (event) => this.turn(event, circle));
    return h(
      "section",
      { class: "who" },
      h("h2", { id: "who" }, say("who-am-i")),
      circle,
    );
  }

  turn(event, circle) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const all = [...circle.querySelectorAll("[role=radio]")];
    const at = all.indexOf(document.activeElement);
    const next = all.at((at + steps[event.key]) % all.length);
    next.focus();
    this.page.become(next.dataset.person);
  }
}
