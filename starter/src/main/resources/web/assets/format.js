// Numbers, times and amounts in the chosen language.

import { language } from "./words.js";

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const made = new Map();

function once(key, make) {
  const name = `${language()} ${key}`;
  if (!made.has(name)) {
    made.set(name, make(language()));
  }
  return made.get(name);
}

export function number(value) {
  return value === null || value === undefined ? "–" : once("number", (l) => new Intl.NumberFormat(l)).format(value);
}

/** Returns a short form: 27.9k, in Chinese 2.8万. */
export function compact(value) {
  return once(
    "compact",
    (l) => new Intl.NumberFormat(l, { notation: "compact", maximumSignificantDigits: 3 }),
  ).format(value);
}

export function percent(share) {
  return once("percent", (l) => new Intl.NumberFormat(l, { style: "percent" })).format(share);
}

export function money(value) {
  const digits = value !== 0 && Math.abs(value) < 1 ? 4 : 2;
  return once(
    `money ${digits}`,
    (l) =>
      new Intl.NumberFormat(l, {
        style: "currency",
        currency: "USD",
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: 2,
        maximumFractionDigits: digits,
      }),
  ).format(value);
}

/** Returns a size: 12.3 kB, 4.5 MB. */
export function bytes(value) {
  const [unit, size] = value < 999_950 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  return once(
    unit,
    (l) => new Intl.NumberFormat(l, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }),
  ).format(value / size);
}

/** Returns day and time. */
export function time(instant) {
  return instant
    ? once("time", (l) => new Intl.DateTimeFormat(l, { dateStyle: "medium", timeStyle: "short" })).format(
        new Date(instant),
      )
    : "–";
}

/** Returns a day such as 2026-11-30, in words. It is a day in UTC, whatever the time zone here. */
export function day(isoDay, style = "medium") {
  const options =
    style === "short" ? { month: "short", day: "numeric", timeZone: "UTC" } : { dateStyle: style, timeZone: "UTC" };
  return once(`day ${style}`, (l) => new Intl.DateTimeFormat(l, options)).format(new Date(`${isoDay}T00:00:00Z`));
}

/** Returns how long ago a time is: "3 hours ago". */
export function ago(instant) {
  if (!instant) {
    return "–";
  }
  const seconds = (new Date(instant).getTime() - Date.now()) / 1000;
  const relative = once("ago", (l) => new Intl.RelativeTimeFormat(l, { numeric: "auto" }));
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }
  return relative.format(0, "second");
}

/** Returns a duration: 0.4 s, 12 s, 3 min 5 s, 2 h 10 min. */
export function duration(millis) {
  const seconds = Math.max(0, millis) / 1000;
  const unit = (value, name, digits = 0) =>
    once(
      `unit ${name} ${digits}`,
      (l) =>
        new Intl.NumberFormat(l, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits }),
    ).format(value);
  if (seconds < 10) {
    return unit(Math.floor(seconds * 10) / 10, "second", 1);
  }
  if (seconds < 60) {
    return unit(Math.floor(seconds), "second");
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${unit(minutes, "minute")} ${unit(Math.floor(seconds % 60), "second")}`
    : `${unit(Math.floor(minutes / 60), "hour")} ${unit(minutes % 60, "minute")}`;
}

/** Returns the time between two instants; until now without an end. */
export function span(started, ended) {
  return duration((ended ? new Date(ended).getTime() : Date.now()) - new Date(started).getTime());
}
