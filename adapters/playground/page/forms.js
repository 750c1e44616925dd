// Forms as a dialog: errors stand under their fields, and a form that was closed can be taken up.

import { h, line } from "./dom.js";
import { say } from "./words.js";

const kept = new Map(); // what was typed into forms that were closed, by command

export class Forms {
  constructor(page) {
    this.page = page;
    this.open = null;
  }

  // Show a form as it came; one that comes back with errors takes the place of the one before.
  show(form, place) {
    const again = this.open?.form.route.split(":")[1] === form.route.split(":")[1];
    const returnTo = again ? this.open.returnTo : document.activeElement;
    this.open?.element.remove();
    const fields = form.fields.map((field) => this.field(field, form));
    const errors = fields.filter((one) => one.error);
    const close = h("button", { type: "button", class: "button", onclick: () => this.close() }, say("cancel"));
    const send = h("button", { type: "submit", class: "button primary" }, form.send);
    const element = h(
      "dialog",
      { class: "form", "aria-labelledby": "form-title", lang: form.language },
      h(
        "form",
        { method: "dialog", novalidate: true },
        h("h2", { id: "form-title" }, line(form.title, form.language, this.page.clock.now())),
        this.earlier(form, fields),
        fields.map((one) => one.element),
        form.note.length ? h("p", { class: "note" }, line(form.note, form.language, this.page.clock.now())) : null,
        h("footer", {}, close, send),
      ),
    );
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(send);
    });
    element.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    element.addEventListener("pointerdown", (event) => {
      if (event.target === element) this.close(); // on the backdrop
    });
    document.body.append(element);
    this.open = { form, fields, element, place, returnTo };
    element.showModal();
    const first = errors[0] ?? fields.find((one) => !one.read()) ?? fields[0];
    first.focus();
    if (errors.length) this.page.tell(say("form-errors", { count: errors.length }));
  }

  earlier(form, fields) {
    const before = kept.get(form.command || form.route);
    if (!before || fields.some((one) => one.error)) return null;
    if (fields.every((one) => (before[one.name] ?? "") === one.read())) return null;
    const back = h("button", { type: "button", class: "button small", onclick: () => {
      for (const one of fields) one.write(before[one.name] ?? "");
      back.remove();
      fields[0].focus();
    } }, say("take-up"));
    return back;
  }

  values() {
    return Object.fromEntries(this.open.fields.map((one) => [one.name, one.read()]));
  }

  close() {
    if (!this.open) return;
    const { form, element, returnTo, fields } = this.open;
    const values = this.values();
    if (fields.some((one) => values[one.name] !== one.given)) kept.set(form.command || form.route, values);
    element.close();
    element.remove();
    this.open = null;
    this.page.focusBack(returnTo);
  }

  async send(button) {
    const { form, place, fields } = this.open;
    const values = this.values();
    const missing = fields.filter((one) => one.required && !values[one.name].trim());
    for (const one of fields) one.complain(missing.includes(one) ? say("needed") : "");
    if (missing.length) {
      missing[0].focus();
      return;
    }
    button.disabled = true;
    const mine = this.open;
    const { ok } = await this.page.sendForm(form.route, values, place);
    button.disabled = false;
    if (!ok) {
      this.page.toast(say("not-sent"));
      return;
    }
    if (this.open !== mine) return; // it came back with errors
    kept.delete(form.command || form.route);
    mine.element.close();
    mine.element.remove();
    this.open = null;
    this.page.formSent(mine.returnTo);
  }

  // ── fields ──────────────────────────────────────────────────────────────────────────────────

  field(field, form) {
    const id = `field-${field.name}`;
    const error = h("p", { class: "error", id: `${id}-error` });
    const dated = field.kind === "date";
    const about = dated ? h("p", { class: "understood", id: `${id}-about` }) : null;
    const shared = {
      id, name: field.name, maxlength: field.kind === "choice" ? null : field.longest,
      placeholder: field.hint || null, "aria-required": field.required ? "true" : null,
      "aria-describedby": dated ? `${id}-error ${id}-about` : `${id}-error`,
    };
    let input;
    let group = null;
    let read = () => input.value;
    let write = (value) => { input.value = value; };
    if (field.kind === "lines") {
      input = h("textarea", { ...shared, rows: field.longest <= 300 ? "2" : "4" });
      input.value = field.value;
    } else if (field.kind === "choice" || field.kind === "choices") {
      const several = field.kind === "choices";
      const chosen = field.value.split("\n");
      const boxes = field.options.map((option) => h("label", { class: "choice" },
        h("input", { type: several ? "checkbox" : "radio", name: field.name, value: option.value,
          checked: chosen.includes(option.value) || option.chosen }),
        h("span", {}, option.label, option.detail ? h("small", {}, option.detail) : null)));
      group = h("div", { class: "choices" }, boxes);
      input = boxes[0]?.firstChild;
      const inputs = boxes.map((box) => box.firstChild);
      read = () => inputs.filter((one) => one.checked).map((one) => one.value).join("\n");
      write = (value) => { for (const one of inputs) one.checked = value.split("\n").includes(one.value); };
    } else {
      input = h("input", { ...shared, type: "text", value: field.value, dir: "auto" });
      if (dated) this.dates(input, about, form, field);
    }
    const complain = (nodes) => {
      error.replaceChildren(...[nodes].flat().filter(Boolean));
      if (error.textContent) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    };
    complain(field.error.length ? line(field.error, form.language, this.page.clock.now()) : "");
    const label = [field.label, field.required ? null : h("small", {}, say("optional"))];
    const element = group
      ? h("fieldset", { class: "field", "aria-describedby": `${id}-error` }, h("legend", {}, label), group, error)
      : h("div", { class: "field" }, h("label", { for: id }, label), input, about, error);
    return { name: field.name, element, read, write, complain, required: field.required,
      error: field.error.length > 0, given: field.value, focus: () => input.focus() };
  }

  // A date repeats, while it is typed, how it will be understood.
  dates(input, about, form, field) {
    let timer = 0;
    let asked = 0;
    const look = async () => {
      const typing = input.value.trim();
      asked += 1;
      const mine = asked;
      if (!typing || !form.command) {
        about.replaceChildren();
        return;
      }
      const { choices, exact } = await this.page.complete(form.command, field.name, typing);
      if (mine !== asked) return;
      const date = choices[0]?.[1];
      about.classList.toggle("proposal", !exact);
      about.replaceChildren(...(date ? [exact ? `→ ${date}` : say("did-you-mean", { date })] : []));
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, 220);
    });
    look();
  }
}

// "Are you sure?", as a dialog; true if yes.
export function sure(question, yes, danger) {
  return new Promise((resolve) => {
    const back = document.activeElement;
    const done = (answer) => {
      element.close();
      element.remove();
      back?.focus?.();
      resolve(answer);
    };
    const no = h("button", { type: "button", class: "button", onclick: () => done(false) }, say("leave-as-is"));
    const element = h(
      "dialog",
      { class: "form sure", role: "alertdialog", "aria-labelledby": "sure" },
      h("p", { id: "sure" }, question),
      h("footer", {}, no, h("button", { type: "button", class: `button ${danger ? "danger" : "primary"}`,
        onclick: () => done(true) }, yes)),
    );
    element.addEventListener("cancel", (event) => {
      event.preventDefault();
      done(false);
    });
    document.body.append(element);
    element.showModal();
    no.focus();
  });
}
