// A card of the bot, in the playground's own manner.

import { h, icon, line, plain } from "./dom.js";

// `act` holds what a card may do: press(route, values, button), say(word), at (the time), copied().
export function card(body, act) {
  const language = body.language;
  const inside = body.blocks.map((block) => draw(block, language, act)).filter(Boolean);
  return h(
    "div",
    { class: "card", lang: language },
    body.title.length ? h("h3", { class: "title" }, line(body.title, language, act.at())) : null,
    inside,
  );
}

function draw(block, language, act) {
  const at = act.at();
  switch (block.is) {
    case "paragraph":
      return h("p", {}, line(block.line, language, at));
    case "note":
      return h("p", { class: "note" }, line(block.line, language, at));
    case "facts":
      return h(
        "dl",
        { class: "facts" },
        block.rows.map(([label, value]) => [
          h("dt", {}, line(label, language, at)),
          h("dd", {}, line(value, language, at)),
        ]),
      );
    case "bars":
      return h("ul", { class: "bars" }, block.rows.map((row) => bar(row, language, act)));
    case "table":
      return table(block, language, at);
    case "picture":
      return h(
        "figure",
        {},
        h("img", { src: block.address, alt: plain(block.line) }),
        h("figcaption", { class: "note" }, line(block.line, language, at)),
      );
    case "file":
      return file(block, language, act);
    case "buttons":
      return h("div", { class: "buttons" }, block.buttons.map((one) => button(one, act)));
    case "picker":
      return picker(block, act);
    case "rule":
      return h("hr");
    case "copyable":
      return copyable(block, act);
    default:
      return null;
  }
}

function bar(row, language, act) {
  const at = act.at();
  const inner = [
    row.share === null ? null : h("span", { class: "fill", "data-share": row.share, style: { width: percent(row.share) } }),
    h("span", { class: "label" }, row.best ? icon("tick", 16) : null, line(row.label, language, at)),
    row.value.length ? h("span", { class: "value" }, line(row.value, language, at)) : null,
  ];
  const kind = `bar${row.best ? " best" : ""}${row.share === null ? " blind" : ""}`;
  const shown = row.button
    ? h(
        "button",
        { type: "button", class: kind, "data-route": row.button.route, onclick: (e) => press(row.button, act, e.currentTarget) },
        inner,
      )
    : h("div", { class: kind }, inner);
  const detail = row.detail.length ? h("p", { class: "note detail" }, line(row.detail, language, at)) : null;
  return h("li", {}, shown, detail);
}

export const percent = (share) => `${(share * 100).toFixed(1)}%`;

function button(one, act) {
  if (one.address) {
    return h("a", { class: "button", href: one.address, target: "_blank", rel: "noopener noreferrer" }, one.label);
  }
  return h(
    "button",
    {
      type: "button",
      class: `button ${one.emphasis}`,
      "data-route": one.route,
      onclick: (event) => press(one, act, event.currentTarget),
    },
    one.label,
  );
}

async function press(one, act, element) {
  if (one.confirm && !(await act.sure(one))) return;
  for (const form of element.closest(".card")?.querySelectorAll("form.picker") ?? []) await form.ticked?.();
  element.classList.add("pressed");
  setTimeout(() => element.classList.remove("pressed"), 450);
  act.press(one.route, {}, element);
}

// Of one choice: choosing acts at once, as on the other platforms; the arrow keys only move, and
// then Enter or the button acts. Of several: the button acts, or any other button of the card.
function picker(block, act) {
  const several = block.most > 1 || block.least === 0;
  const name = `pick-${block.route}`;
  const input = (choice) =>
    h("input", { type: several ? "checkbox" : "radio", name, value: choice.value, defaultChecked: choice.chosen, "data-route": block.route });
  const boxes = block.choices.map((choice) =>
    h("label", { class: "choice" }, input(choice), h("span", {}, choice.label, choice.detail ? h("small", {}, choice.detail) : null)),
  );
  const send = h("button", { type: "submit", class: "button primary", hidden: !several, "data-route": block.route }, act.say("pick"));
  const chosen = () => boxes.map((box) => box.firstChild).filter((one) => one.checked);
  const limit = () => {
    const count = chosen().length;
    send.disabled = count < block.least || (several && count > block.most);
    if (several) {
      for (const box of boxes) box.firstChild.disabled = count >= block.most && !box.firstChild.checked;
    }
  };
  const keep = () => act.press(block.route, { chosen: chosen().map((one) => one.value).join("\n") }, send);
  let moving = false;
  const made = h(
    "form",
    {
      class: "picker",
      onkeydown: (event) => { moving = event.key.startsWith("Arrow"); },
      onpointerdown: () => { moving = false; },
      onchange: () => {
        limit();
        if (several) made.ticked = () => (send.disabled ? null : keep());
        if (several) return;
        send.hidden = !moving;
        if (!moving) made.requestSubmit();
      },
      onsubmit: async (event) => {
        event.preventDefault();
        made.ticked = null;
        await keep();
        if (!several) made.reset(); // drawn anew if it was kept; otherwise it can be chosen again
        send.hidden = !several;
        limit();
      },
    },
    h("fieldset", { class: isShort(block) ? "choices" : isLong(block) ? "columns" : null }, h("legend", {}, block.label), boxes),
    send,
  );
  limit();
  return made;
}

// A few short choices stand side by side.
const isShort = (block) => block.choices.length < 5 && block.choices.every((one) => !one.detail && one.label.length < 20);

// Many choices of a few words stand in columns.
const isLong = (block) => block.choices.length > 6 && block.choices.every((one) => one.label.length < 45);

const WIDE = 6; // columns of answers; a grid with more is told column by column on a phone

function table(block, language, at) {
  const words = (cell) => line(cell, language, at);
  const row = (cells) =>
    h(
      "tr",
      { class: block.signs && !cells.some(isSign) && cells.slice(1).some((cell) => plain(cell).trim()) ? "totals" : null },
      cells.map((cell, index) => (index ? h("td", {}, words(cell)) : h("th", { scope: "row" }, words(cell)))),
    );
  const grid = h(
    "div",
    { class: "scroll", tabindex: "0" },
    h(
      "table",
      { class: block.signs ? "grid" : null },
      h("thead", {}, h("tr", {}, block.heads.map((cell) => h("th", { scope: "col" }, words(cell))))),
      h("tbody", {}, block.rows.map(row)),
    ),
  );
  if (!block.signs) return grid;
  return h(
    "div",
    { class: `answers${block.heads.length - 1 > WIDE ? " wide" : ""}` },
    grid,
    h("p", { class: "note legend" }, legend(block)),
    h("dl", { class: "told" }, block.told.map(([head, ...answers]) => [h("dt", {}, words(head)), answers.map((one) => h("dd", {}, words(one)))])),
  );
}

const isSign = (cell) => cell.some((run) => run.k === "sign");

// "✓ yes · ✗ no": the marks once more, with their words beside them.
export function legend(block) {
  return block.signs.map(([run], index) => [
    index ? " · " : "",
    h("span", { class: "sign", "aria-hidden": "true", "data-mark": run.mark }, run.mark),
    ` ${run.s}`,
  ]);
}

function file(block, language, act) {
  const size = block.size < 2000 ? `${block.size} ${act.say("bytes")}` : `${Math.round(block.size / 1000)} ${act.say("kilobytes")}`;
  return h(
    "div",
    { class: "file" },
    h("p", {}, line(block.line, language, act.at())),
    h(
      "a",
      { class: "take", href: block.address, download: block.name },
      icon("file"),
      h("span", {}, block.name, h("small", {}, size)),
    ),
  );
}

function copyable(block, act) {
  const words = plain(block.line);
  const text = h("pre", { tabindex: "0" }, words);
  const copy = h(
    "button",
    { type: "button", class: "button small", onclick: () => take(words, text, act) },
    icon("copy", 15),
    act.say("copy"),
  );
  return h("div", { class: "copyable" }, text, copy);
}

async function take(words, element, act) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    getSelection().selectAllChildren(element); // an address without https has no clipboard
    document.execCommand("copy");
  }
  act.copied();
}

// Bars grow from where they were: the new ones start with the old widths.
export function grow(before, after) {
  const old = [...before.querySelectorAll(".fill")].map((one) => one.dataset.share);
  const fresh = [...after.querySelectorAll(".fill")];
  fresh.forEach((one, index) => {
    if (old[index] === undefined || old[index] === one.dataset.share) return;
    one.style.width = percent(Number(old[index]));
    requestAnimationFrame(() => requestAnimationFrame(() => {
      one.style.width = percent(Number(one.dataset.share));
    }));
  });
}
