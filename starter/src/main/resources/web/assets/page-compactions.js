// The compactions: those that run, live, and those that ended.

import { get } from "./api.js";
import { compactionRow, compactionTable } from "./compaction-table.js";
import { element, fill, setText } from "./element.js";
import { span } from "./format.js";
import { paged } from "./pager.js";
import { empty, failed, notice, skeleton } from "./states.js";
import { follow } from "./stream.js";
import { t } from "./words.js";

const TICK_MILLIS = 1000;

export function show(view) {
  const running = element("div", { id: "running" }, skeleton(2));
  const ended = element("div", { id: "ended" });
  const trouble = element("div", { role: "alert" });
  const count = element("span.count", { id: "running-count" });
  const shown = { running: new Map(), ended: {} };
  const on = {
    state: (present) => {
      fill(trouble, present.trouble ? notice("warn", element("p", { lang: "en" }, present.trouble)) : null);
      const now = present.running ?? {};
      setText(count, present.runningCompactions ?? Object.keys(now).length);
      showRunning(running, now, shown);
      shown.ended = present.ended ?? {};
      addEnded(ended, shown, view.signal);
    },
    problem: (problem) => fill(running, failed(problem, view.reload)),
  };
  follow("/v1/events", "/v1/compactions?limit=1", on, view.signal);
  readEnded(ended, shown, view.signal);
  tick(running, view.signal);
  return element(
    "div.page",
    {},
    element("div.page-head", {}, element("h1", {}, t("page.compactions"))),
    trouble,
    element(
      "section",
      { "aria-labelledby": "running-heading" },
      element("h2", { id: "running-heading" }, t("compactions.running"), " ", count),
      running,
    ),
    element(
      "section",
      { "aria-labelledby": "ended-heading" },
      element("h2", { id: "ended-heading" }, t("compactions.ended")),
      ended,
    ),
  );
}

function byStart(one, other) {
  return other.started < one.started ? -1 : 1;
}

/** Shows the running ones. Rows that did not change stay, so that focus and selection stay too. */
function showRunning(place, items, shown) {
  const present = Object.values(items).sort(byStart);
  if (present.length === 0) {
    shown.running.clear();
    if (place.querySelector(".empty") === null) {
      fill(place, empty(t("compactions.none-running"), element("p", {}, t("compactions.none-running-text"))));
    }
    return;
  }
  let body = place.querySelector("tbody");
  if (body === null) {
    body = element("tbody");
    fill(place, compactionTable(true).frame(body));
  }
  const rows = present.map((one) => {
    const known = shown.running.get(one.id);
    const text = JSON.stringify(one);
    const row = known?.text === text ? known.row : compactionRow(one, true);
    row.querySelector(".duration").dataset.since = one.started;
    shown.running.set(one.id, { row, text });
    return row;
  });
  [...shown.running.keys()].filter((id) => !(id in items)).forEach((id) => shown.running.delete(id));
  if (rows.length !== body.rows.length || rows.some((row, index) => row !== body.rows[index])) {
    body.replaceChildren(...rows);
  }
}

async function readEnded(place, shown, signal) {
  await paged(
    place,
    {
      automatic: true,
      read: (cursor) => get("/v1/compactions", { state: "ended", cursor }, signal),
      ...compactionTable(true),
      empty: () => empty(t("compactions.none"), element("p", {}, t("compactions.none-text"))),
    },
    signal,
  );
  // What ended while the list was on its way.
  addEnded(place, shown, signal);
}

/** Adds those that ended since the list was read, each at its place by its start, and none twice. */
function addEnded(place, shown, signal) {
  const body = place.querySelector("tbody");
  const items = Object.values(shown.ended);
  if (body === null) {
    if (place.querySelector(".empty") !== null && items.length > 0) {
      readEnded(place, shown, signal);
    }
    return;
  }
  for (const one of items) {
    const known = body.querySelector(`tr[data-compaction="${CSS.escape(one.id)}"]`);
    if (known === null) {
      const later = [...body.rows].find((row) => row.dataset.started < one.started);
      body.insertBefore(compactionRow(one, true), later ?? null);
    } else if (known.dataset.outcome !== (one.outcome ?? "running")) {
      known.replaceWith(compactionRow(one, true));
    }
  }
}

/** Lets the durations of the running ones go on. */
function tick(place, signal) {
  const timer = setInterval(() => {
    place.querySelectorAll(".duration[data-since]").forEach((cell) => setText(cell, span(cell.dataset.since)));
  }, TICK_MILLIS);
  signal.addEventListener("abort", () => clearInterval(timer));
}
