// The page's own words, in the language of the page.

let known = {};

export function learn(words) {
  known = words;
}

// `say("replying-to", { name: "Ann" })`
export function say(key, values = {}) {
  const found = known[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
