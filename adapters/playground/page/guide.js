// Two minutes that show what Ronde does: eight steps that tick themselves off.

import { fill, h, icon } from "./dom.js";
import { say } from "./words.js";

export class Guide {
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.busy = "";
  }

  // What is ticked belongs to one playground; another begins anew.
  load(room, empty) {
    this.key = `ronde-guide-${room}`;
    const fresh = { path: empty ? "found" : "visit", done: [], closed: false };
    try {
      this.memory = { ...fresh, ...JSON.parse(localStorage.getItem(this.key)) };
    } catch {
      this.memory = fresh;
    }
  }

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.memory));
    } catch {
      // without storage the guide begins anew at the next visit
    }
  }

  get steps() {
    return this.memory.path === "found" ? this.founding() : this.visit();
  }

  visit() {
    const { page } = this;
    const words = (key, values) => say(`guide-${key}`, values);
    return [
      { key: "ask", title: words("ask"), about: words("ask-about"),
        buttons: [[words("ask-do"), () => this.ask()]] },
      { key: "answer", title: words("answer"), about: words("answer-about"),
        buttons: [[words("answer-do"), () => this.answers("answer")]] },
      { key: "switch", title: words("switch"), about: words("switch-about"),
        buttons: ["moussa", "ann"].map((one) => [words(`switch-${one}`), () => page.become(one)]) },
      { key: "next", title: words("next"), about: words(this.has("next-1") ? "next-again" : "next-about"),
        buttons: [[words("next-do"), () => this.forward()], ...this.silent()] },
      { key: "find", title: words("find"), about: words("find-about"),
        buttons: [[words("find-do"), () => this.find()]] },
      { key: "meet", title: words("meet"), about: words("meet-about"),
        buttons: [[words("meet-do"), () => this.meet()], [words("meet-answer"), () => this.answers("meet-answered")]] },
      { key: "journey", title: words("journey"), about: words("journey-about"),
        buttons: [[words("journey-do"), () => this.journey()]] },
      { key: "see", title: words("see"), about: words("see-about"),
        buttons: [
          [words("see-do"), () => page.showManner()],
          [words("found-start"), () => this.follow("found")],
        ] },
    ];
  }

  founding() {
    const words = (key) => say(`guide-${key}`);
    return [
      { key: "found", title: words("found"), about: words("found-about"),
        buttons: [[words("found-do"), () => this.page.pressIn(this.blank, "form.open:ronde.found")]] },
      { key: "join", title: words("join"), about: words("join-about"),
        buttons: [[words("join-do"), () => this.answers("join", 3)]] },
      { key: "first", title: words("first"), about: words("first-about"),
        buttons: [[words("first-do"), () => this.ask("first")]] },
      { key: "answer-2", title: words("answer"), about: words("answer-2-about"),
        buttons: [[words("answer-do"), () => this.answers("answer-2")]] },
      { key: "end", title: words("end"), about: words("end-about"),
        buttons: [[words("next-do"), () => this.forward()]] },
    ];
  }

  // Whoever has just been reminded can be visited.
  silent() {
    const { page } = this;
    if (!this.has("next-1")) return [];
    return page.state.people
      .filter((one) => page.state.waiting[one.ref] && one.ref !== page.state.me)
      .slice(0, 2)
      .map((one) => [say("guide-be", { name: one.name }), () => page.become(one.ref, "direct")]);
  }

  async forward() {
    await this.page.forward();
    if (this.has("ask") || this.memory.path === "found") this.page.go(this.place);
  }

  get blank() {
    return this.page.state.places.at(-1).ref;
  }

  has(key) {
    return this.memory.done.includes(key);
  }

  tick(key) {
    if (!this.memory || this.has(key)) return;
    this.memory.done.push(key);
    this.save();
    const step = this.steps.find((one) => one.key === key);
    if (step && !this.memory.closed) this.page.tell(say("guide-ticked", { step: step.title }));
    this.draw();
  }

  follow(path) {
    if (path === "found") this.tick("see");
    this.memory.path = path;
    this.memory.closed = false;
    if (path === "found") this.page.become("ines", this.blank);
    this.save();
    this.draw();
    this.root.querySelector(".step.now button")?.focus();
  }

  show(open) {
    this.memory.closed = !open;
    if (open && this.steps.every((one) => this.has(one.key))) this.memory.done = [];
    this.save();
    this.draw();
    if (open) this.root.querySelector("button")?.focus();
    else document.getElementById("guide-open")?.focus();
  }

  // The place where the guide's question stands, or is to be asked.
  get place() {
    const { state } = this.page;
    if (this.memory.path === "found") return this.blank;
    const kept = state.places.find((one) => one.ref === this.memory.place);
    return (kept ?? state.places.find((one) => one.language === state.language) ?? state.places[0]).ref;
  }

  async ask(which = "ask") {
    const { page } = this;
    const { place } = this;
    if (which === "ask") this.memory.place = place;
    this.save();
    await page.become("ines", place);
    const stem = which === "ask" ? "sample" : "first";
    page.pressIn(place, "form.open:poll.new", {
      question: say(`${stem}-question`),
      choices: say(`${stem}-choices`).replaceAll(" | ", "\n"),
      until: page.inDays(7),
    });
  }

  async find() {
    await this.page.become("ines", this.place);
    this.page.type(say("guide-find-line"));
  }

  // The ten steps, as whoever coordinates sees them.
  async journey() {
    await this.page.become("ines", this.place);
    this.page.pressIn(this.place, "form.open:journey.show");
  }

  // Three dates next week and after, ready to look at; the form previews before it publishes.
  async meet() {
    const { page, place } = this;
    await page.become("ines", place);
    const at = (days, hour) => page.inDays(days).replace("18:00", hour);
    page.pressIn(place, "form.open:meet.propose", {
      title: say("sample-meeting"),
      slots: [at(7, "14:00"), at(8, "10:00"), at(10, "16:00")].join("\n"),
      duration: "90m",
    });
  }

  async answers(key, most = 0) {
    const { page, place } = this;
    page.go(place);
    this.busy = key;
    this.draw();
    await page.link.ask({ do: "colleagues", place, most });
    this.busy = "";
    this.draw();
  }

  // ── what happens on the page ticks the steps ────────────────────────────────────────────────

  saw(message) {
    if (!message.body.blocks || message.author) return;
    if (message.private) {
      const found = message.body.blocks.some((one) => one.is === "buttons" && one.buttons.some((b) => b.route?.startsWith("library.show:")));
      if (found && this.memory?.path === "visit") this.tick("find");
      const steps = message.body.blocks.some((one) => one.is === "picker" && one.route?.startsWith("journey.pick:"));
      if (steps && this.memory?.path === "visit") this.tick("journey");
      return;
    }
    const dates = message.body.blocks.some((one) => one.is === "buttons" && one.buttons.some((b) => b.route?.startsWith("meet.answers:")));
    if (dates && message.version === 0 && message.place !== "direct" && this.memory?.path === "visit") this.tick("meet");
    const votes = message.body.blocks.some((one) => one.is === "bars" && one.rows.some((row) => row.button));
    const founding = this.memory?.path === "found" && message.place === this.blank;
    if (votes && message.version === 0 && message.place !== "direct") this.tick(founding ? "first" : "ask");
    const invites = message.body.blocks.some((one) => one.is === "buttons" && one.buttons.some((b) => b.route?.startsWith("community.join")));
    if (invites && founding) this.tick("found");
    if (invites && founding && message.version >= 3) this.tick("join"); // redrawn for each who pressed
    const closed = message.body.blocks.some((one) => one.is === "bars" && one.rows.every((row) => !row.button));
    if (closed && founding && this.has("first")) this.tick("end");
  }

  // The colleagues did what a step asked them for.
  answered(count) {
    if (!count) this.page.toast(say("nobody-answers"));
    else this.tick(this.busy);
  }

  moved() {
    if (!this.has("ask")) return;
    if (this.has("next-1")) this.tick("next");
    else {
      this.memory.done.push("next-1");
      this.save();
      this.draw();
    }
  }

  // ── how it looks ────────────────────────────────────────────────────────────────────────────

  draw() {
    const { state } = this.page;
    if (!this.memory || !state.me) return;
    const focused = this.root.contains(document.activeElement) ? document.activeElement.textContent : null;
    document.body.classList.toggle("guided", !this.memory.closed);
    this.root.hidden = this.memory.closed;
    this.root.setAttribute("aria-label", say("guide"));
    const { steps } = this;
    const now = steps.findIndex((one) => !this.has(one.key));
    const me = this.page.person(state.me);
    const you = me.role ? say("guide-title") : say("guide-title-other", { name: me.name, city: me.city });
    const opening = this.memory.path === "found" ? say("guide-found-title") : you;
    fill(
      this.root,
      h(
        "header",
        {},
        progress(steps.map((one) => this.has(one.key)), now),
        h("div", {}, h("h2", {}, opening), h("p", {}, this.memory.path === "found" ? say("guide-found-lead") : say("guide-lead"))),
        h("button", { type: "button", class: "icon-button", "aria-label": say("guide-close"), title: say("guide-close"),
          onclick: () => this.show(false) }, icon("close")),
      ),
      h("ol", { class: "steps" }, steps.map((one, index) => this.step(one, index, index === now))),
      now < 0 ? this.finished() : null,
    );
    if (focused !== null) {
      const same = [...this.root.querySelectorAll("button")].find((one) => one.textContent === focused && !one.disabled);
      (same ?? this.root.querySelector(".step.now button:not(:disabled)"))?.focus();
    }
  }

  step(one, index, now) {
    const done = this.has(one.key);
    const waits = this.busy === one.key;
    return h(
      "li",
      { class: `step ${done ? "done" : ""} ${now ? "now" : ""}`, "aria-current": now ? "step" : null, "data-step": one.key },
      h("span", { class: "number", "aria-hidden": "true" }, done ? icon("tick", 14) : String(index + 1)),
      h(
        "div",
        {},
        h("h3", {}, one.title, done ? h("span", { class: "unseen" }, ` (${say("guide-done")})`) : null),
        now || waits ? h("p", {}, one.about) : null,
        now || waits || (done && one.key === "see")
          ? h("div", { class: "buttons" }, one.buttons.map(([label, act], at) =>
              h("button", { type: "button", class: `button small ${at === 0 && now ? "primary" : ""}`, disabled: waits || this.busy !== "", onclick: act },
                waits ? h("span", { class: "spinner" }) : null, label)))
          : null,
      ),
    );
  }

  finished() {
    const again = this.memory.path === "visit";
    return h(
      "div",
      { class: "finished" },
      h("p", {}, say(again ? "guide-finished" : "guide-found-finished")),
      h("div", { class: "buttons" },
        again ? h("button", { type: "button", class: "button small primary", onclick: () => this.follow("found") }, say("guide-found-start")) : null,
        h("button", { type: "button", class: "button small", onclick: () => this.show(false) }, say("guide-close"))),
    );
  }
}

// A circle of as many dots as there are steps.
function progress(done, now) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  made.setAttribute("viewBox", "0 0 44 44");
  made.setAttribute("class", "progress");
  made.setAttribute("aria-hidden", "true");
  done.forEach((one, index) => {
    const angle = (2 * Math.PI * index) / done.length - Math.PI / 2;
    const dot = document.createElementNS(space, "circle");
    dot.setAttribute("cx", (22 + 15 * Math.cos(angle)).toFixed(2));
    dot.setAttribute("cy", (22 + 15 * Math.sin(angle)).toFixed(2));
    dot.setAttribute("r", "5");
    dot.setAttribute("class", one ? "done" : index === now ? "now" : "");
    made.append(dot);
  });
  return made;
}
