// What a search found.

import { get } from "./api.js";
import { element, fill, setText } from "./element.js";
import { number } from "./format.js";
import { badge, when } from "./parts.js";
import { address } from "./router.js";
import { empty, load, notice } from "./states.js";
import { t, word } from "./words.js";

const KINDS = ["message", "summary", "gist", "memory"];
const FIRST = 20;
const STEP = 40;
const MOST = 100;
/** The pause before the search is repeated while the index is brought up to date. */
const AGAIN_MILLIS = 2000;

export function show(view) {
  const query = view.query.get("query") ?? "";
  const kind = KINDS.includes(view.query.get("kind")) ? view.query.get("kind") : "";
  const place = element("section", { id: "hits", "aria-label": t("search.results") });
  const search = { query, kind, place, freshness: element("div", { id: "freshness", role: "status" }), signal: view.signal };
  if (query === "") {
    place.append(empty(t("search.empty"), element("p", {}, t("search.empty-text"))));
  } else {
    read(search, FIRST);
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
    search.freshness,
    place,
  );
}

function read(search, limit) {
  search.limit = limit;
  return load(search.place, () => find(search), (found) => shown(search, found), search.signal);
}

function find({ query, kind, limit, signal }) {
  return get("/v1/search", { query, kind, limit }, signal);
}

/** Returns what was found; repeats the search while messages are still to be indexed. */
function shown(search, found) {
  search.shown = textOf(found);
  tellFreshness(search, found);
  return hits(search, found);
}

/** Returns a text that is the same for answers that look the same. */
function textOf(found) {
  return JSON.stringify([found.items, found.current || found.items.length > 0]);
}

function tellFreshness(search, found) {
  if (found.current) {
    fill(search.freshness);
    return;
  }
  if (search.freshness.childElementCount === 0) {
    // Screen readers are told once, not each number.
    fill(
      search.freshness,
      notice("info", element("p", {}, t("search.not-current")), element("span.number", { id: "pending", "aria-hidden": "true" })),
    );
  }
  setText(search.freshness.querySelector("#pending"), found.pending ? t("search.pending", { count: found.pending }) : "");
  const { limit } = search;
  const timer = setTimeout(() => again(search, limit), AGAIN_MILLIS);
  search.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}

/** Repeats the search unless another has begun; the list stays as it is if nothing else was found. */
async function again(search, limit) {
  const isOver = () => search.signal.aborted || search.limit !== limit;
  if (isOver()) {
    return;
  }
  try {
    const found = await find(search);
    if (isOver()) {
      return;
    }
    if (textOf(found) === search.shown) {
      tellFreshness(search, found);
    } else {
      fill(search.place, shown(search, found));
    }
  } catch {
    if (!isOver()) {
      read(search, limit);
    }
  }
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

function hits(search, found) {
  const { limit } = search;
  if (found.items.length === 0) {
    return found.current
      ? empty(t("search.none"), element("p", {}, t("search.none-text")))
      : empty(t("search.none-yet"), element("p", {}, t("search.none-yet-text")));
  }
  const more =
    found.items.length === limit && limit < MOST
      ? element(
          "div.more",
          {},
          element("button.button", { type: "button", onclick: () => read(search, Math.min(MOST, limit + STEP)) }, t("action.more")),
        )
      : null;
  return [
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
