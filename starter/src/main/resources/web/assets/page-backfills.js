// The backfills, those that run live.

import { get, path, post } from "./api.js";
import { openBackfillForm } from "./backfill-form.js";
import { confirmDialog } from "./dialog.js";
import { element, fill } from "./element.js";
import { number, span } from "./format.js";
import { badge, facts, outcomeBadge, when } from "./parts.js";
import { empty, explained, load, notice } from "./states.js";
import { follow } from "./stream.js";
import { t, word } from "./words.js";

const GOOD = new Set(["compacted", "nothing_to_do", "up_to_date", "imported", "previewed"]);
const OPEN = new Set(["waiting", "pending", "running", "dispatched", "started", "deferred"]);

export function show(view) {
  const place = element("div", { id: "backfills" });
  load(
    place,
    () => get("/v1/backfills", {}, view.signal),
    (found) =>
      found.items.length === 0
        ? empty(
            t("backfills.none"),
            element("p", {}, t("backfills.none-text")),
            element("pre.command", { tabindex: "0" }, "pith backfill FOLDER"),
          )
        : found.items.map((one) => backfillCard(one, view)),
    view.signal,
  );
  const start = element("div.actions", { data: { needs: "full" } });
  const missing = element("div", { data: { needs: "full" } });
  offerStart(start, missing, view);
  return element(
    "div.page",
    {},
    element("div.page-head", {}, element("h1", {}, t("page.backfills")), start),
    missing,
    place,
  );
}

/** Offers to start a backfill, or says which setting is missing for that. */
async function offerStart(start, missing, view) {
  let folders;
  try {
    folders = (await get("/v1/folders", {}, view.signal)).items;
  } catch {
    // The list below says what is wrong, and the page is shown anew when it is right.
    return;
  }
  if (folders.length === 0) {
    const setting = element("pre.command", { tabindex: "0" }, 'web_folders = ["~/.claude/projects"]');
    fill(missing, element("p.help", { id: "no-folders" }, t("backfill.no-folders")), setting);
    return;
  }
  const started = () => {
    view.reload();
    // The button that opened the form is gone with the page of before.
    document.getElementById("main").focus({ preventScroll: true });
  };
  const open = () => openBackfillForm(folders, started);
  fill(start, element("button.button.primary", { type: "button", id: "backfill-open", onclick: open }, t("action.backfill")));
}

function backfillCard(first, view) {
  const state = element("span");
  const details = element("div.backfill");
  const buttons = element("div.actions", { data: { needs: "full" } });
  const trouble = element("div", { role: "alert" });
  const node = element(
    "section.card",
    { "aria-label": first.name, data: { backfill: first.name } },
    element("div.card-head", {}, element("h2", {}, first.name), state),
    details,
    buttons,
    trouble,
  );
  let shownButtons = null;
  const update = (one) => {
    if (one.name === undefined) {
      fill(trouble, one.trouble ? notice("warn", element("p", { lang: "en" }, one.trouble)) : null);
      return;
    }
    fill(state, stateBadge(one));
    fill(details, progress(one), countsOf(one), about(one));
    fill(trouble, one.trouble ? notice("warn", element("p", { lang: "en" }, one.trouble)) : null);
    const offered = one.state !== "running" || one.canceling ? [] : [one.paused ? "resume" : "pause", "cancel"];
    if (offered.join() !== shownButtons) {
      shownButtons = offered.join();
      fill(buttons, offered.map((name) => button(name, one, update, trouble)));
    }
  };
  update(first);
  if (first.state === "running") {
    const resource = path("v1", "backfills", first.name);
    const on = { state: update, problem: (problem) => fill(trouble, notice("danger", explained(problem))) };
    follow(`${resource}/events`, resource, on, view.signal);
  }
  return node;
}

function stateBadge(one) {
  if (one.state !== "running") {
    return outcomeBadge(one.outcome, one.state);
  }
  if (one.canceling) {
    return badge("fair", t("backfill.canceling"));
  }
  return one.paused ? badge("fair", t("backfill.paused")) : badge("running", t("state.running"));
}

/** Returns a bar of the conversations by what became of them. */
function progress(one) {
  const all = Math.max(1, one.conversations);
  const open = Object.entries(one.counts ?? {})
    .filter(([name]) => OPEN.has(name))
    .reduce((sum, [, count]) => sum + count, 0);
  const done = one.conversations - open;
  const bar = element(
    "div.stack.thin",
    {
      role: "progressbar",
      "aria-valuemin": 0,
      "aria-valuemax": one.conversations,
      "aria-valuenow": done,
      "aria-label": t("backfill.progress", { done, all: one.conversations }),
    },
    Object.entries(one.counts ?? {})
      .filter(([name]) => !OPEN.has(name))
      .map(([name, count]) => {
        const kind = GOOD.has(name) ? "summary" : name === "failed" ? "failed" : "other";
        const part = element("i", { data: { kind }, title: `${word("outcome", name)}: ${number(count)}` });
        part.style.width = `${(100 * count) / all}%`;
        return part;
      }),
  );
  return [element("p.number", {}, t("backfill.progress", { done, all: one.conversations })), bar];
}

function countsOf(one) {
  return element(
    "ul.legend",
    {},
    Object.entries(one.counts ?? {}).map(([name, count]) =>
      element(
        "li",
        { data: { count: name } },
        element("span", {}, word("outcome", name)),
        element("b.number", {}, number(count)),
      ),
    ),
  );
}

function about(one) {
  return facts([
    [t("backfill.files"), one.files > 0 ? `${number(one.filesRead)} / ${number(one.files)}` : null],
    [t("backfill.at-once"), number(one.maxInFlight)],
    [t("compactions.started"), when(one.started)],
    [t("compactions.duration"), span(one.started, one.ended)],
    [t("backfill.paused-by"), one.paused],
  ]);
}

function button(name, one, update, trouble) {
  const send = async () => update(await post(path("v1", "backfills", one.name, name)));
  const press = async (event) => {
    if (name === "cancel") {
      confirmDialog(t("backfill.cancel-title"), t("backfill.cancel-text"), t("action.cancel-backfill"), send, true);
      return;
    }
    const pressed = event.currentTarget;
    pressed.disabled = true;
    try {
      await send();
    } catch (problem) {
      pressed.disabled = false;
      fill(trouble, notice("danger", explained(problem)));
    }
  };
  const label = name === "cancel" ? t("action.cancel-backfill") : t(`action.${name}`);
  return element("button.button", { type: "button", data: { action: name }, onclick: press }, label);
}
