// The memories: found by words and kind, forgotten one by one.

import { get, path, remove } from "./api.js";
import { confirmDialog } from "./dialog.js";
import { announce, element } from "./element.js";
import { day } from "./format.js";
import { badge, projectName } from "./parts.js";
import { address } from "./router.js";
import { empty, load } from "./states.js";
import { t, word } from "./words.js";

const KINDS = ["decision", "fact", "preference", "constraint", "open"];
const SHOWN = 200;
const TYPING_MILLIS = 200;

export function show(view) {
  const list = element("section", { id: "memories", "aria-label": t("page.memory") });
  const query = element("input", {
    id: "memory-query",
    type: "search",
    value: view.query.get("query") ?? "",
    placeholder: t("memory.filter"),
    "aria-label": t("memory.filter"),
    maxlength: 200,
  });
  const kind = element(
    "select",
    { id: "memory-kind", "aria-label": t("memory.kind") },
    element("option", { value: "" }, t("memory.every-kind")),
    KINDS.map((name) => element("option", { value: name }, word("memory", name))),
  );
  kind.value = view.query.get("kind") ?? "";
  const values = () => ({ query: query.value.trim(), kind: kind.value });
  let reading = new AbortController();
  const read = () => {
    reading.abort();
    reading = new AbortController();
    const signal = reading.signal;
    load(list, () => get("/v1/memories", { ...values(), limit: SHOWN }, signal), (found) => memories(found, values()), signal);
  };
  view.signal.addEventListener("abort", () => reading.abort());
  const apply = () => {
    view.setQuery(values());
    read();
  };
  let typing;
  query.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(apply, TYPING_MILLIS);
  });
  kind.addEventListener("change", apply);
  read();
  return element(
    "div.page",
    {},
    element(
      "div.page-head.stacked",
      {},
      element("h1", {}, t("page.memory")),
      element("p.muted", {}, t("memory.text")),
    ),
    element("div.toolbar", { role: "search", "aria-label": t("memory.filter") }, query, kind),
    list,
  );
}

function memories(found, asked) {
  if (found.items.length === 0) {
    return asked.query !== "" || asked.kind !== ""
      ? empty(t("memory.no-match"))
      : empty(
          t("memory.none"),
          element("p", {}, t("memory.none-text")),
          element("pre.command", { tabindex: "0" }, "pith flush ID"),
        );
  }
  return [
    found.items.length === SHOWN ? element("p.muted", {}, t("memory.most", { count: SHOWN })) : null,
    element("ul.memories", {}, found.items.map(memoryItem)),
  ];
}

function memoryItem(one) {
  const forget = () =>
    confirmDialog(
      t("memory.forget-title"),
      [one.text, t("memory.forget-text")],
      t("action.forget"),
      async () => {
        await remove(path("v1", "memories", one.id));
        announce(t("memory.forgotten"));
        const next = node.nextElementSibling ?? node.previousElementSibling;
        node.remove();
        (next?.querySelector("button") ?? document.getElementById("memory-query"))?.focus();
      },
      true,
    );
  const node = element(
    "li.memory",
    { data: { memory: one.id } },
    badge(one.kind === "open" ? "fair" : "plain", word("memory", one.kind)),
    element(
      "div.memory-body",
      {},
      element("p.message-text", {}, one.text),
      element(
        "div.sub",
        {},
        element("a", { href: address("conversations", one.conversation, { message: one.to }) }, t("memory.source", {
          from: one.from,
        })),
        element("span", {}, word("origin", one.source)),
        one.project ? projectName(one.project) : null,
        element("span", {}, day(one.day)),
        one.sightings > 1 ? element("span", {}, t("memory.sightings", { count: one.sightings })) : null,
      ),
    ),
    element(
      "button.button.small",
      { type: "button", data: { needs: "full", action: "forget" }, onclick: forget, "aria-label": t("memory.forget-label", { text: one.text.slice(0, 60) }) },
      t("action.forget"),
    ),
  );
  return node;
}
