// The page: what it knows, and what happens when something is heard or done.
import { Bar } from "./page/bar.js";
import { Clock } from "./page/clock.js";
import { Composer } from "./page/composer.js";
import { plain, remaining } from "./page/dom.js";
import { Forms, sure } from "./page/forms.js";
import { Guide } from "./page/guide.js";
import { Link } from "./page/link.js";
import { Manners } from "./page/manners.js";
import { remember, remembered } from "./page/memory.js";
import { Timeline } from "./page/messages.js";
import { Side } from "./page/side.js";
import { learn, say } from "./page/words.js";

const byId = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.state = {
      me: "", people: [], places: [], unread: {}, waiting: {}, messages: new Map(), answers: new Map(),
      commands: [], shortcuts: [], place: "", language: remembered("ronde-language") ?? browserLanguage(),
    };
    this.clock = new Clock();
    this.bar = new Bar(byId("bar"), this);
    this.side = new Side(byId("side"), this);
    this.timeline = new Timeline(byId("timeline"), this);
    this.composer = new Composer(byId("composer"), this);
    this.forms = new Forms(this);
    this.guide = new Guide(byId("guide"), this);
    this.manners = new Manners(this);
    this.link = new Link((payload) => this.hear(payload), (open) => this.connected(open));
    this.expecting = false;
    document.documentElement.dataset.theme = remembered("ronde-theme") ?? "auto";
    addEventListener("hashchange", () => this.go(decodeURIComponent(location.hash.slice(1))));
    addEventListener("keydown", (event) => this.keys(event));
    document.addEventListener("click", (event) => {
      const here = event.target.closest?.("#side a[href^='#']");
      if (here && here.hash.slice(1) === this.state.place) this.openSide(false);
    });
    setInterval(() => this.tellTime(), 5000);
    this.link.open();
  }

  // ── hearing ─────────────────────────────────────────────────────────────────────────────────

  async connected(open) {
    document.body.classList.toggle("lost", !open);
    if (open) await this.hello(this.state.me || sessionStorage.getItem("ronde-who") || "ines");
    else if (this.state.me) this.toast(say("lost"));
  }

  hello(who, language = this.state.language) {
    return this.link.ask({ do: "hello", who, language });
  }

  hear(payload) {
    const does = {
      state: () => this.begin(payload),
      message: () => this.take(payload.message),
      private: () => this.take(payload.message),
      gone: () => this.lose(payload.message),
      form: () => this.forms.show(payload.form, payload.place),
      home: () => this.showHome(payload.body),
      unread: () => this.count(payload.unread),
      waiting: () => {
        this.state.waiting = payload.waiting;
        this.bar.draw();
        this.side.draw();
        this.guide.draw();
      },
      places: () => {
        this.state.places = payload.places;
        this.side.draw();
        this.bar.draw();
      },
      clock: () => this.moved(payload.now),
      answered: () => this.guide.answered(payload.count),
      "nothing-to-come": () => this.toast(say("nothing-to-come")),
    };
    does[payload.is]?.();
  }

  begin(payload) {
    const { state } = this;
    const first = !state.me;
    const became = state.me !== payload.me;
    for (const name of ["me", "language", "speaks", "people", "places", "unread", "waiting", "commands", "shortcuts", "room", "moves"]) {
      state[name] = payload[name];
    }
    state.messages = new Map(payload.messages.map((one) => [one.ref, one]));
    state.answers = new Map(payload.private.map((one) => [one.ref, one]));
    learn(payload.words);
    sessionStorage.setItem("ronde-who", state.me);
    this.clock.language = state.language;
    this.clock.zone = this.person(state.me).zone;
    this.clock.set(payload.now);
    document.documentElement.lang = state.language;
    byId("skip").textContent = say("skip");
    const asked = decodeURIComponent(location.hash.slice(1));
    if (first || !this.knows(state.place)) state.place = this.knows(asked) ? asked : this.start();
    this.guide.load(state.room, !payload.sample);
    this.draw();
    byId("app").hidden = false;
    byId("wait").hidden = true;
    this.composer.fit();
    if (first) this.timeline.toNewest();
    if (first && matchMedia("(min-width: 760px)").matches) this.composer.focus();
    if (!first && became) {
      this.tell(say("you-are", { name: this.person(state.me).name }));
      if (["moussa", "ann"].includes(state.me) && this.guide.has("answer")) this.guide.tick("switch");
    }
    this.read();
    if (state.place === "home") this.askHome();
  }

  knows(place) {
    return place === "home" || place === "direct" || this.state.places.some((one) => one.ref === place);
  }

  start() {
    if (!this.state.messages.size) return this.state.places.at(-1).ref; // nothing yet: where to begin
    return (this.state.places.find((one) => one.language === this.state.language) ?? this.state.places[0]).ref;
  }

  take(message) {
    const { state } = this;
    const kept = message.private ? state.answers : state.messages;
    const known = kept.has(message.ref);
    kept.set(message.ref, message);
    this.manners.redraw(message);
    if (message.place === state.place) {
      const follow = this.timeline.atEnd || (!known && (message.author === state.me || message.private));
      if (!known || !this.timeline.redraw(message)) this.timeline.draw({ end: follow });
      else if (follow) this.timeline.toEnd();
      if (!known) this.announce(message);
      this.read();
    }
    if (this.expecting && message.private && message.place === state.place) {
      this.expecting = false;
      if (!known || !this.timeline.holds(message.ref)) this.timeline.focus(message.ref);
    }
    if (!known) this.guide.saw(message);
    else if (this.guide.memory?.path === "found") this.guide.saw(message);
  }

  announce(message) {
    if (message.author === this.state.me || message.body.event) return;
    const name = this.person(message.author)?.name ?? "Ronde";
    const words = message.body.said ?? firstWords(message.body);
    this.tell(`${name}${message.private ? ` (${say("only-you")})` : ""}: ${words}`);
  }

  lose(ref) {
    const here = [...this.state.messages.values(), ...this.state.answers.values()].find((one) => one.ref === ref);
    this.state.messages.delete(ref);
    this.state.answers.delete(ref);
    if (here?.place === this.state.place) this.timeline.draw({ end: false });
  }

  count(unread) {
    this.state.unread = unread;
    this.side.draw();
    this.title();
  }

  moved(now) {
    this.clock.set(now);
    this.bar.draw();
    this.side.draw();
    this.timeline.draw({ end: true });
    this.tell(say("time-is", { time: `${this.clock.today()}, ${this.clock.in(this.clock.zone)}` }));
    byId("clock")?.classList.add("jumped");
    setTimeout(() => byId("clock")?.classList.remove("jumped"), 1200);
    this.guide.moved();
  }

  // ── doing ───────────────────────────────────────────────────────────────────────────────────

  // What a card of this message may do.
  acts(message) {
    return {
      at: () => this.clock.now(),
      say,
      copied: () => this.toast(say("copied")),
      sure: (one) => sure(one.confirm, one.label, one.emphasis === "danger"),
      press: async (route, values) => {
        this.expecting = true;
        const { ok } = await this.link.ask({ do: "press", place: message.place, route, values, message: message.ref });
        this.expecting = false;
        if (!ok) this.toast(say("not-sent"));
        if (message.place === "home") this.askHome();
      },
    };
  }

  pressIn(place, route, values = {}) {
    this.go(place);
    this.expecting = true;
    return this.link.ask({ do: "press", place, route, values, message: "" });
  }

  sendForm(route, values, place) {
    this.expecting = true;
    return this.link.ask({ do: "press", place, route, values, message: "" });
  }

  formSent(back) {
    const waits = this.expecting;
    this.expecting = false;
    if (this.state.place === "home") this.askHome();
    const answer = [...this.state.answers.values()].filter((one) => one.place === this.state.place).at(-1);
    if (!waits && answer) this.timeline.focus(answer.ref);
    else this.focusBack(back);
  }

  complete(command, parameter, typing) {
    const place = this.state.place === "home" ? "direct" : this.state.place;
    return this.link.ask({ do: "complete", place, command, parameter, typing, values: {} });
  }

  dismiss(message) {
    this.link.ask({ do: "dismiss", message: message.ref });
    this.composer.focus();
  }

  menu(message) {
    const { state } = this;
    const entries = [];
    const name = this.person(message.author)?.name ?? "Ronde";
    if (message.body.blocks) entries.push({ label: say("see-as"), icon: "screen", act: () => this.manners.show(message) });
    for (const one of state.shortcuts) {
      entries.push({ label: one.label, act: () => this.link.ask({ do: "shortcut", place: message.place, name: one.name, message: message.ref }) });
    }
    entries.push({ label: say("reply"), icon: "reply", act: () => this.composer.replyTo({ ref: message.reply_to ?? message.ref }, name) });
    entries.push({ label: say("delete"), icon: "close", danger: true, act: async () => {
      if (await sure(say("delete-sure"), say("delete"), true)) this.link.ask({ do: "delete", message: message.ref });
    } });
    return entries;
  }

  // The newest card, as other platforms show it.
  showManner() {
    const cards = [...this.state.messages.values()].filter((one) => one.body.blocks && !one.reply_to);
    const bars = cards.filter((one) => one.body.blocks.some((block) => block.is === "bars"));
    const message = (bars.length ? bars : cards).at(-1);
    if (!message) return;
    this.guide.tick("see");
    this.manners.show(message);
  }

  async become(ref, place = null) {
    if (place) this.go(place);
    if (ref === this.state.me) return;
    await this.hello(ref);
  }

  async forward() {
    for (const one of document.querySelectorAll(".forward")) one.disabled = true;
    this.guide.busy = "next";
    this.guide.draw();
    await this.link.ask({ do: "forward" });
    this.guide.busy = "";
    for (const one of document.querySelectorAll(".forward")) one.disabled = false;
    this.guide.draw();
  }

  type(words) {
    this.composer.write(words, { send: true });
  }

  // A week from now at 18:00, moved to a working day: what a poll's form is prefilled with.
  inDays(days) {
    const day = new Date(this.clock.now().getTime() + days * 86400000);
    const local = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit" });
    const weekday = new Date(`${local.format(day)}T12:00:00Z`).getUTCDay();
    const more = { 6: 2, 0: 1 }[weekday] ?? 0;
    return `${local.format(new Date(day.getTime() + more * 86400000))} 18:00`;
  }

  // ── going about ─────────────────────────────────────────────────────────────────────────────

  go(place) {
    this.openSide(false);
    if (!this.knows(place) || place === this.state.place) return;
    this.state.place = place;
    if (decodeURIComponent(location.hash.slice(1)) !== place) history.pushState(null, "", `#${place}`);
    this.composer.reply = null;
    this.draw();
    this.read();
    if (place === "home") this.askHome();
  }

  read() {
    const { place } = this.state;
    if (place !== "home" && document.visibilityState === "visible") this.link.ask({ do: "read", place });
  }

  askHome() {
    this.link.ask({ do: "home", place: "home" });
  }

  showHome(body) {
    const home = { ref: "home", seq: 0, place: "home", author: "", at: this.clock.now().toISOString(), reply_to: null, version: 0, body, home: true };
    this.state.answers.set("home", home);
    if (this.state.place === "home") this.timeline.draw({ end: false });
  }

  openSide(open) {
    document.body.classList.toggle("side-open", open);
    byId("menu-open")?.setAttribute("aria-expanded", String(open));
    if (open) byId("side").querySelector("a[aria-current]")?.focus();
  }

  focusBack(element) {
    if (element?.isConnected && element !== document.body) element.focus();
    else this.composer.focus();
  }

  keys(event) {
    if (event.key === "Escape" && document.body.classList.contains("side-open")) {
      this.openSide(false);
      byId("menu-open")?.focus();
    }
    if (event.key === "/" && !event.target.closest?.("input, textarea, select, dialog") && !this.composer.root.hidden) {
      event.preventDefault();
      this.composer.write("/");
    }
  }

  // ── showing ─────────────────────────────────────────────────────────────────────────────────

  person(ref) {
    return ref ? this.state.people.find((one) => one.ref === ref) : null;
  }

  draw() {
    this.bar.draw();
    this.side.draw();
    this.timeline.draw();
    this.composer.draw();
    this.guide.draw();
    this.title();
  }

  title() {
    const count = Object.values(this.state.unread).reduce((sum, one) => sum + one, 0);
    const place = this.placeName();
    document.title = `${count ? `(${count}) ` : ""}${place} · Ronde`;
  }

  placeName() {
    const { place } = this.state;
    if (place === "home") return say("place-home");
    return place === "direct" ? "Ronde" : `#${place}`;
  }

  async speak(language) {
    if (language === this.state.language) return;
    remember("ronde-language", language);
    const begun = this.guide.has("ask") || this.guide.memory.path === "found";
    const here = this.state.places.find((one) => one.ref === this.state.place);
    await this.hello(this.state.me, language);
    if (!begun && here?.language) this.go(this.start());
  }

  tellTime() {
    if (!this.state.me) return;
    this.timeline.retell(this.clock.now(), remaining);
    if (this.bar.current) return;
    this.bar.draw();
    this.side.draw();
  }

  // For those who listen to the page.
  tell(words) {
    byId("told").textContent = "";
    requestAnimationFrame(() => { byId("told").textContent = words; });
  }

  toast(words) {
    this.tell(words);
    const toast = byId("toast");
    toast.textContent = words;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => toast.classList.remove("shown"), 3200);
  }
}

function firstWords(body) {
  const lines = [plain(body.title), ...body.blocks.filter((one) => one.line).map((one) => plain(one.line))];
  return lines.filter(Boolean).slice(0, 2).join(". ");
}

function browserLanguage() {
  const wishes = navigator.languages?.length ? navigator.languages : [navigator.language];
  return wishes.map((one) => one.slice(0, 2).toLowerCase()).find((one) => one === "fr" || one === "en") ?? "en";
}

new Page();
