// The conversations, newest first.

import { get } from "./api.js";
import { append, element, fill, setText } from "./element.js";
import { number } from "./format.js";
import { paged } from "./pager.js";
import { badge, fullness, projectName, sourceName, table, when } from "./parts.js";
import { address } from "./router.js";
import { empty } from "./states.js";
import { follow } from "./stream.js";
import { t } from "./words.js";

const TYPING_MILLIS = 200;

export function show(view) {
  const list = element("section", { id: "conversations", "aria-label": t("page.conversations") });
  const reading = { abort: () => {} };
  const filters = toolbar(view, () => read());
  const read = () => {
    reading.abort();
    const controller = new AbortController();
    reading.abort = () => controller.abort();
    view.signal.addEventListener("abort", reading.abort);
    paged(list, rows(filters.values(), controller.signal), controller.signal);
  };
  read();
  followRunning(list, view.signal);
  return element(
    "div.page",
    {},
    element("div.page-head", {}, element("h1", {}, t("page.conversations"))),
    filters.node,
    list,
  );
}

function toolbar(view, changed) {
  const filter = element("input", {
    id: "filter",
    type: "search",
    value: view.query.get("filter") ?? "",
    placeholder: t("conversations.filter"),
    "aria-label": t("conversations.filter"),
    maxlength: 200,
  });
  const project = select("project", t("conversations.every-project"), view.query.get("project"));
  const source = select("source", t("conversations.every-source"), view.query.get("source"));
  const subagents = element("input", {
    id: "subagents",
    type: "checkbox",
    role: "switch",
    checked: view.query.get("subagents") === "true",
  });
  const values = () => ({
    filter: filter.value.trim(),
    project: project.value,
    source: source.value,
    subagents: subagents.checked ? "true" : "",
  });
  const apply = () => {
    view.setQuery(values());
    changed();
  };
  let typing;
  filter.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(apply, TYPING_MILLIS);
  });
  [project, source, subagents].forEach((field) => field.addEventListener("change", apply));
  readPlaces(project, source, view.signal);
  const node = element(
    "div.toolbar",
    { role: "search", "aria-label": t("conversations.filters") },
    filter,
    project,
    source,
    element("label.switch", {}, subagents, t("conversations.subagents")),
  );
  return { node, values };
}

function select(id, every, chosen) {
  const node = element("select", { id, "aria-label": every }, element("option", { value: "" }, every));
  if (chosen) {
    append(node, element("option", { value: chosen }, chosen));
    node.value = chosen;
  }
  return node;
}

/** Fills the two selects. Without an answer they keep what was chosen: the list below tells the problem. */
async function readPlaces(project, source, signal) {
  try {
    const places = await get("/v1/places", {}, signal);
    options(project, places.projects, (name) => name.split(/[\\/]/).filter(Boolean).slice(-3).join("/") || name);
    options(source, places.sources, sourceName);
  } catch {
    // Said by the list.
  }
}

function options(node, places, named) {
  const chosen = node.value;
  const every = node.firstElementChild;
  fill(
    node,
    every,
    places.map((place) =>
      element("option", { value: place.name, title: place.name }, `${named(place.name)} (${place.conversations})`),
    ),
  );
  node.value = chosen;
}

function rows(filters, signal) {
  return {
    automatic: true,
    read: (cursor) => get("/v1/conversations", { ...filters, cursor }, signal),
    list: () => element("tbody"),
    row,
    frame: (body) =>
      table(
        t("page.conversations"),
        [
          t("conversations.title"),
          [t("conversations.context"), "context"],
          [t("conversations.messages"), "number.wide-only"],
          [t("conversations.source"), "wide-only"],
          [t("conversations.latest"), "when"],
        ],
        body,
      ),
    empty: () =>
      Object.values(filters).some((value) => value !== "")
        ? empty(t("conversations.no-match"), element("p", {}, t("conversations.no-match-text")))
        : empty(
            t("conversations.none"),
            element("p", {}, t("conversations.none-text")),
            element("pre.command", { tabindex: "0" }, "pith import --discover"),
            element("p.muted", {}, t("conversations.none-file")),
            element("pre.command", { tabindex: "0" }, "pith import FILE"),
          ),
  };
}

function row(one) {
  const title = one.title || one.id;
  return element(
    "tr",
    { data: { conversation: one.id } },
    element(
      "td.title",
      {},
      element("a.row-link", { href: address("conversations", one.id), title }, title),
      element(
        "div.sub",
        {},
        element("span.narrow-only", {}, sourceName(one.source)),
        one.project ? projectName(one.project) : null,
        one.compactedThrough > 0 ? badge("plain", t("conversations.compacted")) : null,
        one.subagent ? badge("plain", t("conversations.subagent")) : null,
        element("span", { data: { running: "" } }, one.running ? runningBadge(one.running) : null),
      ),
    ),
    element("td.context", {}, fullness(one.contextTokens, one.window)),
    element("td.number.wide-only", {}, number(one.messages)),
    element("td.source.wide-only", {}, sourceName(one.source)),
    element("td.when", {}, when(one.latest)),
  );
}

function runningBadge(compaction) {
  return element("a.badge.running", { href: address("compactions", compaction) }, t("state.running"));
}

/** Shows which of the listed conversations are being compacted now, and the new size once that ended. */
function followRunning(list, signal) {
  let before = null;
  const on = {
    state: (present) => {
      const running = new Map(Object.values(present.running ?? {}).map((one) => [one.conversation, one.id]));
      list.querySelectorAll("tr[data-conversation]").forEach((tr) => {
        const place = tr.querySelector("[data-running]");
        const id = running.get(tr.dataset.conversation);
        if (id === undefined) {
          setText(place, "");
        } else if (place.querySelector("a") === null) {
          fill(place, runningBadge(id));
        }
      });
      const ended = Object.values(present.ended ?? {});
      ended
        .filter((one) => before !== null && !before.has(one.id) && one.outcome?.startsWith("compacted"))
        .forEach((one) => refresh(list, one.conversation, signal));
      before = new Set(ended.map((one) => one.id));
    },
  };
  follow("/v1/events", "/v1/compactions?limit=1", on, signal);
}

async function refresh(list, conversation, signal) {
  const page = await get("/v1/conversations", { filter: conversation, subagents: true }, signal).catch(() => null);
  const fresh = page?.items.find((one) => one.id === conversation);
  const shown = list.querySelector(`tr[data-conversation="${CSS.escape(conversation)}"]`);
  if (fresh && shown && !shown.contains(document.activeElement)) {
    shown.replaceWith(row(fresh));
  }
}
