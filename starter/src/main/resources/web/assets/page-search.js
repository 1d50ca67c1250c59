// What a search found.

import { get } from "./api.js";
import { element } from "./element.js";
import { number } from "./format.js";
import { badge, when } from "./parts.js";
import { address } from "./router.js";
import { empty, load, notice } from "./states.js";
import { t, word } from "./words.js";

const KINDS = ["message", "summary", "gist", "memory"];
const FIRST = 20;
const STEP = 40;
const MOST = 100;

export function show(view) {
  const query = view.query.get("query") ?? "";
  const kind = KINDS.includes(view.query.get("kind")) ? view.query.get("kind") : "";
  const place = element("section", { id: "hits", "aria-label": t("search.results") });
  const read = (limit) =>
    load(
      place,
      () => get("/v1/search", { query, kind, limit }, view.signal),
      (found) => hits(found, limit, read),
      view.signal,
    );
  if (query === "") {
    place.append(empty(t("search.empty"), element("p", {}, t("search.empty-text"))));
  } else {
    read(FIRST);
  }
  return element(
    "div.page",
    {},
    element(
      "div.page-head",
      {},
      element("h1", {}, t("search.results"), query === "" ? null : element("span.muted", {}, ` ${t("search.for", { query })}`)),
    ),
    kinds(query, kind),
    place,
  );
}

function kinds(query, chosen) {
  const link = (name, label) =>
    element(
      "a",
      { href: address("search", null, { query, kind: name }), "aria-current": name === chosen ? "true" : null },
      label,
    );
  return element(
    "nav.tabs",
    { "aria-label": t("search.kinds") },
    link("", t("search.every")),
    KINDS.map((name) => link(name, t(`search.kind.${name}`))),
  );
}

function hits(found, limit, read) {
  if (found.items.length === 0) {
    return empty(t("search.none"), element("p", {}, t("search.none-text")));
  }
  const more =
    found.items.length === limit && limit < MOST
      ? element(
          "div.more",
          {},
          element("button.button", { type: "button", onclick: () => read(Math.min(MOST, limit + STEP)) }, t("action.more")),
        )
      : null;
  return [
    found.current ? null : notice("info", element("p", {}, t("search.not-current"))),
    element("ol.hits", {}, found.items.map(hit)),
    more,
  ];
}

function hit(one) {
  return element(
    "li.hit",
    { data: { kind: one.kind, conversation: one.conversation, seq: one.seq } },
    element(
      "div.hit-head",
      {},
      element(
        "a.row-link",
        { href: address("conversations", one.conversation, one.kind === "gist" ? {} : { message: one.seq }), title: one.title },
        one.title,
      ),
      element("span.muted", {}, one.kind === "message" ? `#${number(one.seq)}` : ""),
      badge("plain", t(`search.kind.${one.kind}`)),
      one.summary ? badge("plain", t("search.summarized")) : null,
      element("span.muted", {}, when(one.time)),
    ),
    element("p.message-text.snippet", {}, marked(one.snippet), one.role ? element("span.unseen", {}, ` ${word("origin", one.role)}`) : null),
  );
}

/** Returns a snippet with the parts between ** and ** marked. */
function marked(snippet) {
  return snippet.split("**").map((part, index) => (index % 2 === 1 ? element("mark", {}, part) : part));
}
