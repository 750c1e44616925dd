// The composer: type words for the others, or a command that completes itself as it is typed.

import { suggest } from "./completion.js";
import { fill, h, icon } from "./dom.js";
import { say } from "./words.js";

export class Composer {
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.drafts = new Map();
    this.items = [];
    this.at = -1;
    this.asked = 0;
    this.reply = null;
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  draw() {
    const { state } = this.page;
    const name = state.place === "direct" ? "Ronde" : `#${state.place}`;
    const writing = this.line && document.activeElement === this.line;
    this.root.hidden = state.place === "home";
    this.list = h("ul", { id: "offers", role: "listbox", "aria-label": say("suggestions"), hidden: true });
    this.hint = h("p", { id: "usage", class: "usage", hidden: true });
    this.line = h("textarea", {
      id: "line", rows: "1", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": "offers", "aria-label": say("write-in", { name }), "aria-describedby": "usage",
      placeholder: say("write-in", { name }), autocapitalize: "sentences", spellcheck: "true", dir: "auto",
      maxlength: "12000", enterkeyhint: "send",
    });
    this.line.value = this.drafts.get(this.key) ?? "";
    this.line.addEventListener("input", () => this.changed());
    this.line.addEventListener("keydown", (event) => this.key_(event));
    this.line.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.line.addEventListener("click", () => this.offer());
    this.answering = h("p", { class: "answering", hidden: true });
    fill(
      this.root,
      h("div", { class: "offers" }, this.list, this.hint),
      this.answering,
      h("div", { class: "row" }, this.line,
        h("button", { type: "submit", class: "send", "aria-label": say("send"), title: say("send") }, icon("send"))),
      h("p", { class: "keys", "aria-hidden": "true" }, say("keys")),
    );
    this.fit();
    this.tellReply();
    if (writing) this.focus();
  }

  get key() {
    return `${this.page.state.me} ${this.page.state.place}`;
  }

  focus() {
    if (!this.root.hidden) this.line.focus();
  }

  // Put words into the line, ready to be sent or completed.
  write(words, { send = false } = {}) {
    this.line.value = words;
    this.changed();
    this.focus();
    this.line.setSelectionRange(words.length, words.length);
    if (send) this.send();
  }

  replyTo(one, name) {
    this.reply = one ? { ref: one.ref, name } : null;
    this.tellReply();
    this.focus();
  }

  tellReply() {
    this.answering.hidden = !this.reply;
    if (!this.reply) return;
    fill(this.answering, say("replying-to", { name: this.reply.name }),
      h("button", { type: "button", class: "tool", "aria-label": say("cancel"), onclick: () => this.replyTo(null) },
        icon("close", 14)));
  }

  async send() {
    const words = this.line.value.trim();
    if (!words) return;
    const { key } = this;
    const reply_to = this.reply?.ref;
    this.line.value = "";
    this.reply = null;
    this.tellReply();
    this.changed();
    this.close();
    const { ok } = await this.page.link.ask({ do: "say", place: this.page.state.place, line: words, reply_to });
    if (ok) return;
    if (this.key !== key) this.drafts.set(key, words); // nothing typed is lost
    else if (!this.line.value) {
      this.line.value = words;
      this.changed();
      this.close();
    }
    this.page.toast(say("not-sent"));
  }

  changed() {
    if (this.line.value) this.drafts.set(this.key, this.line.value);
    else this.drafts.delete(this.key);
    this.fit();
    this.offer();
  }

  fit() {
    this.line.style.height = "auto";
    this.line.style.height = `${Math.min(this.line.scrollHeight, 180)}px`;
  }

  // ── suggestions ─────────────────────────────────────────────────────────────────────────────

  async offer() {
    this.asked += 1;
    const mine = this.asked;
    const typed = this.line.value.slice(0, this.line.selectionStart);
    const found = suggest(typed, this.page.state.commands);
    if (!found) {
      this.close();
      return;
    }
    let { items } = found;
    if (found.ask) {
      const { command, parameter, typing } = found.ask;
      const { choices } = await this.page.complete(command, parameter, typing);
      if (mine !== this.asked) return;
      items = choices.map(([value, label]) => ({ insert: quoted(value), label: value, about: label }));
    }
    this.show(items, found);
  }

  show(items, found) {
    this.items = items;
    this.from = found.from;
    this.at = found.eager && items.length ? 0 : -1;
    fill(
      this.list,
      items.map((item, index) =>
        h(
          "li",
          { role: "option", id: `offer-${index}`, "aria-selected": String(index === this.at),
            onpointerdown: (event) => { event.preventDefault(); this.take(index); } },
          h("span", { class: "what" }, item.label),
          h("span", { class: "about" }, item.about),
        ),
      ),
    );
    this.list.hidden = !items.length;
    this.hint.hidden = !found.usage;
    this.hint.textContent = found.usage ?? "";
    this.line.setAttribute("aria-expanded", String(items.length > 0));
    this.mark();
  }

  close() {
    this.asked += 1;
    this.items = [];
    this.at = -1;
    if (!this.list) return;
    this.list.hidden = true;
    this.hint.hidden = true;
    this.line.setAttribute("aria-expanded", "false");
    this.line.removeAttribute("aria-activedescendant");
  }

  mark() {
    [...this.list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === this.at)));
    const current = this.list.children[this.at];
    if (current) {
      this.line.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else this.line.removeAttribute("aria-activedescendant");
  }

  take(index) {
    const item = this.items[index];
    const after = this.line.value.slice(this.line.selectionStart);
    const before = this.line.value.slice(0, this.from) + item.insert;
    this.line.value = before + after.trimStart();
    this.line.setSelectionRange(before.length, before.length);
    this.line.focus();
    this.changed();
  }

  key_(event) {
    const open = this.items.length > 0;
    if (event.isComposing) return;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const count = this.items.length;
      this.at = this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count;
      this.mark();
    } else if (open && event.key === "Tab" && !event.shiftKey) this.take(Math.max(this.at, 0));
    else if (open && event.key === "Escape") this.close();
    else if (event.key === "Enter" && !event.shiftKey) {
      if (open && this.at >= 0) this.take(this.at);
      else this.send();
    } else return;
    event.preventDefault();
  }
}

const quoted = (value) => (/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}" ` : `${value} `);
