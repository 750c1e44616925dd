// What may come next in a typed command: names, subcommands, options, and values asked of the bot.

import { fold } from "./dom.js";

const OPENS = { '"': '"”“', "“": '”"', "”": '”"', "«": "»" };

// Cut words as the bot does: quotes hold together, `name:value` is one token.
export function tokens(words) {
  const found = [];
  let at = 0;
  while (at < words.length) {
    if (/\s/.test(words[at])) {
      at += 1;
      continue;
    }
    const from = at;
    let open = false;
    while (at < words.length && !/\s/.test(words[at])) {
      const closing = OPENS[words[at]];
      const starts = closing && (at === from || words[at - 1] === ":");
      at += 1;
      if (!starts) continue;
      while (at < words.length && !closing.includes(words[at])) at += 1;
      open = at >= words.length;
      at = Math.min(at + 1, words.length);
      break;
    }
    found.push({ from, to: at, words: words.slice(from, at), open });
  }
  return found;
}

const goes = (thing, word) => [thing.name, ...thing.also].some((name) => fold(name) === fold(word));
const begins = (thing, word) => [thing.name, ...thing.also].some((name) => fold(name).startsWith(fold(word)));

// Suggestions at the end of `typed`: {from, items, usage, eager, ask} or null.
export function suggest(typed, groups) {
  if (!typed.startsWith("/") || typed.includes("\n")) return null;
  const first = /^\S*/.exec(typed)[0];
  if (first.length === typed.length) return names(first, groups);
  let group = groups.find((one) => goes(one, first));
  if (!group) return null;
  let start = first.length;
  if (group.name === "/ronde") {
    const inner = /^\s+(\S+)\s/.exec(typed.slice(start));
    const other = inner && groups.find((one) => one !== group && goes(one, `/${inner[1]}`));
    if (other) {
      group = other;
      start += inner[0].length - 1;
    }
  }
  return inside(typed, start, group);
}

function names(first, groups) {
  const fitting = groups.filter((one) => begins(one, first));
  const items = fitting.map((one) => ({
    insert: `${one.name} `,
    label: fold(one.name).startsWith(fold(first)) ? one.name : `${one.name} (${one.also.find((name) => fold(name).startsWith(fold(first)))})`,
    about: one.about,
  }));
  return { from: 0, items, eager: !groups.some((one) => goes(one, first)) };
}

function inside(typed, start, group) {
  const cut = tokens(typed.slice(start)).map((one) => ({ ...one, from: one.from + start, to: one.to + start }));
  const last = cut.at(-1);
  const writing = last && last.to === typed.length && !/\s$/.test(typed) ? last : null;
  const done = writing ? cut.slice(0, -1) : cut;
  const named = done.length && !done[0].open ? group.commands.find((one) => goes(one, done[0].words)) : null;
  const command = named ?? group.commands[0];
  const given = named ? done.slice(1) : done;
  const from = writing ? writing.from : typed.length;
  const word = writing ? writing.words : "";
  const usage = signature(group, command, Boolean(named));
  const value = /^([\p{L}-]+):(.*)$/su.exec(word);
  if (value) return valued(command, value, from, usage);
  if (writing?.open || /^["“«]/.test(word)) return { from, items: [], usage };
  const asked = command.parameters.find((one) => one.positional && one.asks);
  if (asked && !given.length && (named || !group.commands.some((one) => begins(one, word)))) {
    return { from, items: [], usage, ask: { command: command.key, parameter: asked.key, typing: word } };
  }
  const items = [];
  if (!done.length) items.push(...subcommands(group, word));
  items.push(...options(command, given, word));
  return { from, items, usage };
}

function subcommands(group, word) {
  return group.commands
    .filter((one) => begins(one, word))
    .map((one) => ({ insert: `${one.name} `, label: one.name, about: one.about }));
}

function options(command, given, word) {
  return command.parameters
    .filter((one) => !one.positional && begins(one, word))
    .filter((one) => !given.some((token) => goes(one, token.words.split(":")[0])))
    .map((one) => ({
      insert: one.kind === "flag" ? `${one.name} ` : `${one.name}:`,
      label: one.kind === "flag" ? one.name : `${one.name}:`,
      about: one.about || one.label,
    }));
}

function valued(command, [, name, rest], from, usage) {
  const parameter = command.parameters.find((one) => goes(one, name));
  const start = from + name.length + 1;
  if (!parameter) return { from, items: [], usage };
  if (parameter.options.length) {
    const items = parameter.options
      .filter((one) => fold(one).startsWith(fold(rest)))
      .map((one) => ({ insert: `${one} `, label: one, about: parameter.label }));
    return { from: start, items, usage };
  }
  if (parameter.asks && !/^["“«].*["”»]$/s.test(rest)) {
    const typing = rest.replace(/^["“«]/, "");
    return { from: start, items: [], usage, ask: { command: command.key, parameter: parameter.key, typing } };
  }
  return { from: start, items: [], usage };
}

// `/poll new "Question" "Choices" … until: names:`
function signature(group, command, named) {
  const parts = [group.name];
  if (named || command !== group.commands[0]) parts.push(command.name);
  for (const one of command.parameters) {
    if (one.positional) parts.push(one.kind === "list" ? `"${one.name}" …` : one.kind === "reference" ? one.name : `"${one.name}"`);
  }
  return parts.length > 1 ? parts.join(" ") : "";
}
