// The playground's time, as each person sees it in their own zone.

export class Clock {
  constructor() {
    this.offset = 0;
    this.language = "en";
    this.zone = "UTC";
    this.made = new Map();
  }

  set(now) {
    this.offset = new Date(now) - Date.now();
  }

  now() {
    return new Date(Date.now() + this.offset);
  }

  format(at, zone, options) {
    const key = `${this.language} ${zone} ${JSON.stringify(options)}`;
    if (!this.made.has(key)) {
      this.made.set(key, new Intl.DateTimeFormat(this.language === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: zone }));
    }
    return this.made.get(key).format(at);
  }

  hour(at, zone) {
    const said = this.format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return this.language === "fr" ? said.replace(/^0?(\d+):(\d+)$/, "$1\u00a0h\u00a0$2") : said;
  }

  time(instant) {
    return this.hour(new Date(instant), this.zone);
  }

  in(zone) {
    return this.hour(this.now(), zone);
  }

  day(instant) {
    return this.format(new Date(instant), this.zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  }

  today() {
    return this.format(this.now(), this.zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  }

  shortToday() {
    return this.format(this.now(), this.zone, { weekday: "short", day: "numeric", month: "short" });
  }
}
