// The timeline of one place: days, people's lines, the bot's cards, their replies, private answers.

import { card, grow } from "./cards.js";
import { face, fill, h, icon, line } from "./dom.js";
import { say } from "./words.js";

const TOGETHER = 5 * 60 * 1000; // lines of one person within five minutes stand together

export class Timeline {
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.shown = new Map();
    this.follows = true;
    root.addEventListener("scroll", () => { this.follows = this.atEnd; });
    new ResizeObserver(() => { if (this.follows) this.toEnd(); }).observe(root);
  }

  get items() {
    const { state } = this.page;
    const found = [...state.messages.values(), ...state.answers.values()].filter(
      (one) => one.place === state.place,
    );
    return found.sort((a, b) => a.seq - b.seq);
  }

  // Draw the place anew; `end`: show its newest message.
  draw({ end = true } = {}) {
    const focus = this.focused();
    const items = this.items;
    const refs = new Set(items.map((one) => one.ref));
    const replies = Map.groupBy
      ? Map.groupBy(items.filter((one) => refs.has(one.reply_to)), (one) => one.reply_to)
      : group(items.filter((one) => refs.has(one.reply_to)));
    const tops = items.filter((one) => !refs.has(one.reply_to));
    const before = this.shown;
    this.shown = new Map();
    const nodes = [];
    let day = "";
    let last = null;
    for (const one of tops) {
      const today = this.page.clock.day(one.at);
      if (today !== day) {
        nodes.push(h("p", { class: "day" }, h("span", {}, today)));
        last = null;
      }
      day = today;
      const together = last && last.author && last.author === one.author && !last.private
        && new Date(one.at) - new Date(last.at) < TOGETHER && !replies.has(last.ref);
      nodes.push(this.message(one, { together, replies: replies.get(one.ref) ?? [], before }));
      last = one.body.event ? null : one;
    }
    if (!tops.length) nodes.push(this.empty());
    fill(this.root, nodes);
    this.refocus(focus);
    if (end) this.toNewest();
  }

  // Redraw one message where it stands; false if it is not on the screen.
  redraw(one) {
    const old = this.shown.get(one.ref);
    if (!old?.isConnected) return false;
    const focus = this.focused();
    const fresh = this.content(one);
    const place = old.querySelector(":scope > .body > .content");
    grow(place, fresh);
    place.replaceWith(fresh);
    this.refocus(focus);
    return true;
  }

  // The newest message is read from its beginning, where it is taller than the screen.
  toNewest() {
    this.toEnd();
    const newest = this.shown.get(this.items.at(-1)?.ref);
    if (newest?.offsetHeight > this.root.clientHeight) newest.scrollIntoView({ block: "start" });
  }

  toEnd() {
    this.root.scrollTop = this.root.scrollHeight;
  }

  get atEnd() {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 120;
  }

  // Put the keyboard on a message: the answer to what was just done.
  focus(ref) {
    const found = this.shown.get(ref);
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "nearest" });
  }

  // Whether the keyboard is on a control of this message.
  holds(ref) {
    return Boolean(this.shown.get(ref)?.querySelector(":focus"));
  }

  focused() {
    const active = document.activeElement;
    const inside = active?.closest?.(".message");
    if (!inside || !this.root.contains(active)) return null;
    return { ref: inside.dataset.ref, route: active.dataset.route, value: active.value, menu: active.classList.contains("more") };
  }

  refocus(focus) {
    if (!focus || document.activeElement?.closest?.("dialog")) return;
    const found = this.shown.get(focus.ref);
    if (!found || found.contains(document.activeElement)) return;
    const same = [...found.querySelectorAll("[data-route]")].filter((one) => focus.route && one.dataset.route === focus.route);
    const target = focus.menu ? found.querySelector(".more") : same.find((one) => one.value === focus.value) ?? same[0];
    (target ?? found).focus({ preventScroll: true });
  }

  // ── one message ─────────────────────────────────────────────────────────────────────────────

  message(one, { together = false, replies = [], reply = false } = {}) {
    if (one.body.event) return this.event(one);
    const author = this.page.person(one.author);
    const name = author?.name ?? "Ronde";
    const kind = ["message", one.private && "private", one.author ? "human" : "bot",
      together && "together", reply && "reply"].filter(Boolean).join(" ");
    const made = h(
      "article",
      { class: kind, "data-ref": one.ref, tabindex: "-1", "aria-label": `${name}, ${this.page.clock.time(one.at)}` },
      together ? h("span", { class: "gap" }) : face(author, reply ? "small" : ""),
      h(
        "div",
        { class: "body" },
        together ? null : h(
          "header",
          {},
          h("span", { class: "name" }, name),
          author ? null : h("span", { class: "app" }, say("app")),
          h("time", { class: "when", datetime: one.at }, this.page.clock.time(one.at)),
          one.private ? h("span", { class: "only" }, icon("eye", 14), say("only-you")) : null,
        ),
        this.content(one),
        replies.length ? this.thread(replies) : null,
      ),
      this.tools(one),
    );
    this.shown.set(one.ref, made);
    return made;
  }

  content(one) {
    if ("said" in one.body) return h("div", { class: "content" }, h("p", { class: "words", dir: "auto" }, one.body.said));
    return h("div", { class: "content" }, card(one.body, this.page.acts(one)));
  }

  thread(replies) {
    const count = replies.length === 1 ? say("reply-one") : say("reply-many", { count: replies.length });
    return h(
      "section",
      { class: "thread", "aria-label": count },
      h("p", { class: "count" }, count),
      replies.map((one) => this.message(one, { reply: true })),
    );
  }

  event(one) {
    const made = h("p", { class: "event", "data-ref": one.ref, tabindex: "-1" }, say(`event-${one.body.event}`));
    this.shown.set(one.ref, made);
    return made;
  }

  tools(one) {
    if (one.home) return null;
    if (one.private) {
      return h(
        "div",
        { class: "tools" },
        h("button", { type: "button", class: "tool", title: say("dismiss"), "aria-label": say("dismiss"),
          onclick: () => this.page.dismiss(one) }, icon("close", 16)),
      );
    }
    const more = h("button", { type: "button", class: "tool more", "aria-haspopup": "menu", "aria-expanded": "false",
      title: say("more"), "aria-label": say("more") }, icon("more", 18));
    more.addEventListener("click", () => openMenu(more, this.page.menu(one)));
    return h("div", { class: "tools" }, more);
  }

  empty() {
    const { state } = this.page;
    const channel = state.places.find((one) => one.ref === state.place);
    const key = channel ? "empty-channel" : `empty-${state.place}`;
    return h(
      "div",
      { class: "empty" },
      h("p", { class: "big" }, channel ? `#${channel.ref}` : say(`place-${state.place}`)),
      h("p", {}, say(key)),
      channel
        ? h("button", { type: "button", class: "button primary", onclick: () => this.page.type("/ronde") }, say("empty-start"))
        : null,
    );
  }

  // Words such as "in two days" move on with the clock.
  retell(at, remaining) {
    for (const one of this.root.querySelectorAll("[data-relative]")) {
      one.textContent = remaining(one.dataset.relative, one.lang || "en", at);
    }
  }
}

function group(items) {
  const found = new Map();
  for (const one of items) found.set(one.reply_to, [...(found.get(one.reply_to) ?? []), one]);
  return found;
}

// A menu beside a button: arrows move, Escape closes, a press outside closes.
export function openMenu(button, entries) {
  document.querySelector(".menu")?.remove();
  const items = entries.map((entry) =>
    h("button", { type: "button", role: "menuitem", tabindex: "-1", class: entry.danger ? "danger" : "",
      onclick: () => { close(); entry.act(); } }, entry.icon ? icon(entry.icon, 16) : null, entry.label),
  );
  const made = h("div", { class: "menu", role: "menu", "aria-label": button.getAttribute("aria-label") }, items);
  const outside = (event) => {
    if (!made.contains(event.target) && event.target !== button) close();
  };
  const close = () => {
    made.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    button.focus();
  };
  made.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in moves) items.at(moves[event.key] % items.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(made);
  const box = button.getBoundingClientRect();
  const size = made.getBoundingClientRect();
  const below = box.bottom + size.height + 8 < innerHeight;
  made.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - size.height - 4)}px`;
  made.style.left = `${Math.max(8, Math.min(box.right - size.width, innerWidth - size.width - 8))}px`;
  button.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  items[0]?.focus();
}
