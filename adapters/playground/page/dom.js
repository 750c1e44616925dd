// Small pieces of the page. Words are always set as text: what people typed never becomes markup.

export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, one] of Object.entries(value)) made.style.setProperty(key, one);
    else if (name === "class") made.className = value;
    else if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  put(made, children);
  return made;
}

export function put(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") parent.append(child);
  }
}

export function fill(parent, ...children) {
  parent.replaceChildren();
  put(parent, children);
}

const PATHS = {
  poll: "M5 20V11M12 20V4M19 20v-6",
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  close: "M6 6l12 12M18 6 6 18",
  tick: "m5 12.5 4.5 4.5L19 7.5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  eye: "M3 3l18 18M10.6 6.2A9 9 0 0 1 21 12a13 13 0 0 1-2.4 3.1M6.5 7.6A13 13 0 0 0 3 12a9.6 9.6 0 0 0 12.4 5.2M9.9 9.9a3 3 0 0 0 4.2 4.2",
  next: "M5 5v14l8-7zM17 5v14",
  menu: "M4 7h16M4 12h16M4 17h16",
  copy: "M9 9h10v10H9zM5 15V5h10",
  file: "M12 4v10m0 0 4-4m-4 4-4-4M5 19h14",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1",
  moon: "M19 14.5A7.5 7.5 0 0 1 9.5 5 7.5 7.5 0 1 0 19 14.5z",
  compass: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM15.5 8.5l-2 5-5 2 2-5z",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  reply: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  screen: "M4 5h16v11H4zM9 20h6M12 16v4",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  again: "M4.5 10a8 8 0 0 1 14-3L20 9M20 4v5h-5M19.5 14a8 8 0 0 1-14 3L4 15M4 20v-5h5",
};

export function icon(name, size = 18) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("width", size);
  made.setAttribute("height", size);
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("class", "icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  made.append(path);
  return made;
}

export const plain = (runs) => runs.map((run) => run.here ?? run.s).join("");

// What some machines have no picture for is drawn; it means nothing that the words do not say.
const DRAWN = { "📊": "poll", "📅": "calendar", "🔁": "again" };

// Runs become nodes. `at` is the playground's time, for "in two days".
export function line(runs, language, at) {
  const [sign] = runs[0]?.k === "text" ? [...runs[0].s] : [];
  if (sign in DRAWN) {
    const rest = { ...runs[0], s: runs[0].s.slice(sign.length).trimStart() };
    return [icon(DRAWN[sign], 17), ...line([rest, ...runs.slice(1)], language, at)];
  }
  return runs.map((run) => {
    let node = piece(run, language, at);
    if (run.c) node = h("code", {}, node);
    if (run.b) node = h("strong", {}, node);
    return node;
  });
}

function piece(run, language, at) {
  switch (run.k) {
    case "mention":
      return h("span", { class: "mention" }, run.s);
    case "channel":
      return run.ref
        ? h("a", { class: "channel", href: `#${run.ref}` }, run.s)
        : h("span", { class: "channel" }, run.s);
    case "moment":
      return moment(run, language, at);
    case "sign":
      return h("span", { class: "sign", role: "img", "aria-label": run.s, title: run.s, "data-mark": run.mark }, run.mark);
    case "link":
      return h("a", { href: run.href, target: "_blank", rel: "noopener noreferrer nofollow" }, run.s);
    default:
      return document.createTextNode(run.s);
  }
}

function moment(run, language, at) {
  const whole = run.here ?? run.s;
  if (run.style !== "relative") return h("time", { datetime: run.at, class: "moment" }, whole);
  return h(
    "time",
    { datetime: run.at, class: "moment", title: whole, "data-relative": run.at, lang: language },
    remaining(run.at, language, at),
  );
}

const UNITS = [
  ["month", 2592000, 2],
  ["day", 86400, 2],
  ["hour", 3600, 2],
  ["minute", 60, 0],
];

// "in 2 days", "dans 3 heures": rounded down, as the bot says it elsewhere.
export function remaining(instant, language, at) {
  const seconds = (new Date(instant) - at) / 1000;
  const [unit, size] = UNITS.find(([, length, least]) => Math.abs(seconds) >= least * length);
  const count = Math.trunc(seconds / size) || (seconds < 0 ? -0 : 0);
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(count, unit);
}

export function face(person, size = "") {
  if (!person) return h("span", { class: `face ronde ${size}`, "aria-hidden": "true" }, ring());
  const initials = [...person.name].slice(0, 2).join("");
  return h(
    "span",
    { class: `face ${size}`, style: { "--hue": String(person.hue) }, "aria-hidden": "true" },
    initials,
  );
}

// The mark: people in a circle, one of them speaking.
export function ring() {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 32 32");
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("class", "ring-mark");
  for (let at = 0; at < 6; at += 1) {
    const angle = (Math.PI / 3) * at - Math.PI / 2;
    const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    dot.setAttribute("cx", (16 + 11.4 * Math.cos(angle)).toFixed(2));
    dot.setAttribute("cy", (16 + 11.4 * Math.sin(angle)).toFixed(2));
    dot.setAttribute("r", at === 5 ? "3.7" : "3");
    if (at === 5) dot.setAttribute("class", "speaks");
    made.append(dot);
  }
  return made;
}

export const fold = (words) =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
