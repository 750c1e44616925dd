// The same card in the manner of Slack and of Discord: their order, their marks, their dates.

import { legend } from "./cards.js";
import { h, line, remaining, ring } from "./dom.js";
import { say } from "./words.js";

const CELLS = 10;

// A dialog with both, side by side; drawn again whenever the card changes.
export class Manners {
  constructor(page) {
    this.page = page;
    this.element = null;
  }

  show(message) {
    const back = document.activeElement;
    this.message = message;
    this.slack = h("div", { class: "screen slack" });
    this.discord = h("div", { class: "screen discord" });
    const shut = () => {
      this.element.close();
      this.element.remove();
      this.element = null;
      this.page.focusBack(back);
    };
    const close = h("button", { type: "button", class: "button primary", onclick: shut }, say("close"));
    this.element = h(
      "dialog",
      { class: "manners", "aria-labelledby": "manners-title" },
      h("h2", { id: "manners-title" }, say("manners-title")),
      h("p", { class: "note" }, say("manners-about")),
      h("div", { class: "screens", tabindex: "0" },
        h("section", { "aria-label": "Slack" }, h("h3", {}, say("in-slack")), this.slack),
        h("section", { "aria-label": "Discord" }, h("h3", {}, say("in-discord")), this.discord)),
      h("footer", {}, close),
    );
    this.element.addEventListener("cancel", (event) => {
      event.preventDefault();
      shut();
    });
    document.body.append(this.element);
    this.redraw(message);
    this.element.showModal();
    close.focus();
  }

  redraw(message) {
    if (!this.element || message.ref !== this.message.ref) return;
    const { clock } = this.page;
    this.slack.replaceChildren(slack(message.body, clock, message.at));
    this.discord.replaceChildren(discord(message.body, clock, message.at));
  }
}

function cells(share, full, empty) {
  const count = Math.round(Math.min(Math.max(share, 0), 1) * CELLS);
  return full.repeat(count) + empty.repeat(CELLS - count);
}

// Moments are worded by each platform: the runs get its wording before they are drawn.
function worded(runs, language, clock, word) {
  const made = runs.map((run) => {
    if (run.k === "moment") return { ...run, k: "text", s: word(run, language, clock), here: undefined, moment: true };
    return run;
  });
  return line(made, language, clock.now());
}

function spoken(run, language, clock, options) {
  const locale = language === "fr" ? "fr-FR" : "en-US";
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: clock.zone }).format(new Date(run.at));
}

// ── Slack ───────────────────────────────────────────────────────────────────────────────────────

const ORDINALS = { one: "st", two: "nd", few: "rd", other: "th" };

function slackMoment(run, language, clock) {
  const hour = spoken(run, language, clock, { hour: "numeric", minute: "2-digit" });
  if (language === "fr") {
    const day = spoken(run, language, clock, run.style === "full"
      ? { weekday: "long", day: "numeric", month: "long", year: "numeric" }
      : { day: "numeric", month: "short", year: "numeric" });
    return run.style === "short" ? `${day} ${hour}` : `${day} à ${hour}`;
  }
  if (run.style === "short") return `${spoken(run, language, clock, { month: "short", day: "numeric", year: "numeric" })} ${hour}`;
  const day = Number(new Intl.DateTimeFormat("en", { day: "numeric", timeZone: clock.zone }).format(new Date(run.at)));
  const nth = ORDINALS[new Intl.PluralRules("en", { type: "ordinal" }).select(day)];
  const before = spoken(run, language, clock, run.style === "full" ? { weekday: "long", month: "long" } : { month: "long" });
  const month = spoken(run, language, clock, { month: "long" });
  const weekday = run.style === "full" ? `${spoken(run, language, clock, { weekday: "long" })}, ` : "";
  const year = spoken(run, language, clock, { year: "numeric" });
  return before && `${weekday}${month} ${day}${nth}, ${year} at ${hour}`;
}

function slack(body, clock, at) {
  const { language } = body;
  const runs = (some) => worded(some, language, clock, slackMoment);
  const blocks = [];
  if (body.title.length) blocks.push(h("p", { class: "s-header" }, runs(body.title)));
  for (const block of body.blocks) blocks.push(...slackBlock(block, runs));
  return h(
    "div",
    { class: "s-message", lang: language },
    h("span", { class: "s-face" }, ring()),
    h("div", { class: "s-body" },
      h("p", { class: "s-name" }, h("b", {}, "Ronde"), h("span", { class: "s-app" }, "APP"),
        h("span", { class: "s-time" }, spoken({ at }, language, clock, { hour: "numeric", minute: "2-digit" }))),
      blocks),
  );
}

function slackBlock(block, runs) {
  switch (block.is) {
    case "paragraph":
      return [h("p", { class: "s-section" }, runs(block.line))];
    case "note":
      return [h("p", { class: "s-context" }, runs(block.line))];
    case "facts":
      return [h("p", { class: "s-section" }, block.rows.map(([a, b]) => [h("b", {}, runs(a), ": "), runs(b), h("br")]))];
    case "bars":
      return block.rows.map((row) => slackBar(row, runs));
    case "buttons":
      return [h("div", { class: "s-actions" }, block.buttons.map(slackButton))];
    case "picker":
      return [h("div", { class: "s-section s-split" }, h("p", {}, block.label), h("span", { class: "s-select" }, block.choices.find((one) => one.chosen)?.label ?? say("choose")))];
    case "rule":
      return [h("hr", { class: "s-rule" })];
    case "table":
      return [
        h("div", { class: "s-table" }, h("table", {}, [block.heads, ...block.rows].map((row, at) =>
          h("tr", {}, row.map((cell) => h("td", { class: block.signs ? "s-sign" : null }, at ? runs(cell) : h("b", {}, runs(cell)))))))),
        block.signs ? h("p", { class: "s-context" }, legend(block)) : null,
      ];
    case "copyable":
      return [h("pre", { class: "s-code" }, runs(block.line))];
    case "file":
    case "picture":
      return [h("p", { class: "s-section" }, runs(block.line)), h("p", { class: "s-context" }, block.name ?? "")];
    default:
      return [];
  }
}

function slackBar(row, runs) {
  const label = runs(row.label);
  const text = h("p", {}, row.best ? h("b", {}, label) : label, row.value.length ? [" · ", runs(row.value)] : null,
    row.share === null ? null : [h("br"), h("span", { class: "cells", "aria-hidden": "true" }, cells(row.share, "█", "░"))],
    row.detail.length ? [h("br"), runs(row.detail)] : null);
  return h("div", { class: "s-section s-split" }, text, row.button ? slackButton(row.button) : null);
}

const slackButton = (one) => h("span", { class: `s-button ${one.emphasis}` }, one.label);

// ── Discord ─────────────────────────────────────────────────────────────────────────────────────

function discordMoment(run, language, clock) {
  if (run.style === "relative") return remaining(run.at, language, clock.now());
  return spoken(run, language, clock, run.style === "full" ? { dateStyle: "full", timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" });
}

function discord(body, clock, at) {
  const { language } = body;
  const runs = (some) => some.map((run) =>
    run.k === "moment"
      ? h("span", { class: "d-moment" }, discordMoment(run, language, clock))
      : line([run], language, clock.now()));
  const blocks = [];
  if (body.title.length) blocks.push(h("p", { class: "d-title" }, line(body.title, language, clock.now())));
  for (const block of body.blocks) blocks.push(...discordBlock(block, runs));
  return h(
    "div",
    { class: "d-message", lang: language },
    h("span", { class: "d-face" }, ring()),
    h("div", { class: "d-body" },
      h("p", { class: "d-name" }, h("b", {}, "Ronde"), h("span", { class: "d-app" }, "APP"),
        h("span", { class: "d-time" }, spoken({ at }, language, clock, { hour: "numeric", minute: "2-digit" }))),
      blocks),
  );
}

function discordBlock(block, runs) {
  switch (block.is) {
    case "paragraph":
      return [h("p", {}, runs(block.line))];
    case "note":
      return [h("p", { class: "d-small" }, runs(block.line))];
    case "facts":
      return [h("p", {}, block.rows.map(([a, b]) => [h("b", {}, runs(a), ": "), runs(b), h("br")]))];
    case "bars":
      return [
        h("p", {}, block.rows.map((row) => [
          h("b", { class: row.best ? "" : "d-plain" }, runs(row.label)), row.value.length ? [" · ", runs(row.value)] : null, h("br"),
          row.share === null ? null : [h("span", { class: "cells", "aria-hidden": "true" }, cells(row.share, "▰", "▱")), h("br")],
          row.detail.length ? [h("span", { class: "d-small" }, runs(row.detail)), h("br")] : null])),
        discordRow(block.rows.map((row) => row.button).filter(Boolean)),
      ];
    case "buttons":
      return [discordRow(block.buttons)];
    case "picker":
      return [h("p", {}, block.label), h("p", { class: "d-select" }, block.choices.find((one) => one.chosen)?.label ?? say("choose"))];
    case "rule":
      return [h("hr", { class: "d-rule" })];
    case "table":
      if (block.signs) {
        return [
          h("p", { class: "d-small" }, legend(block)),
          block.marked.map(([head, ...answers]) => h("p", {}, h("b", {}, runs(head)),
            answers.length ? [h("br"), h("span", { class: "d-small" }, answers.map((one, index) => [index ? " · " : "", runs(one)]))] : null)),
        ];
      }
      return [h("p", {}, [block.heads, ...block.rows].map((row) => [row.map((cell, index) => [index ? " · " : "", runs(cell)]), h("br")]))];
    case "copyable":
      return [h("pre", { class: "d-code" }, runs(block.line))];
    case "file":
    case "picture":
      return [h("p", {}, runs(block.line))];
    default:
      return [];
  }
}

const discordRow = (buttons) =>
  h("div", { class: "d-row" }, buttons.map((one) => h("span", { class: `d-button ${one.emphasis}` }, one.label)));
