// The socket to Ronde: what is asked gets an answer, and a lost connection is opened again.

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Link {
  constructor(heard, changed) {
    this.heard = heard;
    this.changed = changed;
    this.waiting = new Map();
    this.tries = 0;
  }

  open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/socket`);
    this.socket.addEventListener("open", () => {
      this.tries = 0;
      this.changed(true);
    });
    this.socket.addEventListener("message", (event) => this.take(JSON.parse(event.data)));
    this.socket.addEventListener("close", () => this.lost());
  }

  take(payload) {
    const asked = payload.id ? this.waiting.get(payload.id) : undefined;
    if (asked && payload.is === "choices") asked.found = payload;
    else if (payload.is === "done" || payload.is === "refused") {
      if (!asked) return;
      this.waiting.delete(payload.id);
      asked.resolve({ ok: payload.is === "done", choices: asked.found?.choices ?? [], exact: asked.found?.exact ?? false });
    } else this.heard(payload);
  }

  lost() {
    for (const asked of this.waiting.values()) asked.resolve({ ok: false, choices: [] });
    this.waiting.clear();
    this.changed(false);
    this.tries += 1;
    setTimeout(() => this.open(), Math.min(400 * this.tries, 4000));
  }

  // Say something; resolves once it is done, or was refused.
  ask(payload) {
    const id = newId();
    if (this.socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ ok: false, choices: [] });
    return new Promise((resolve) => {
      this.waiting.set(id, { resolve });
      this.socket.send(JSON.stringify({ ...payload, id }));
    });
  }
}
