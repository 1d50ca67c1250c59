// Summaries as a tree that opens down to the messages.

import { get, path } from "./api.js";
import { clip } from "./clip.js";
import { element } from "./element.js";
import { number } from "./format.js";
import { messageList } from "./messages.js";
import { badge } from "./parts.js";
import { richText } from "./rich-text.js";
import { load } from "./states.js";
import { t, word } from "./words.js";

export function summaryTree(summaries, signal) {
  return element(
    "ul.tree",
    {},
    summaries.map((one) => element("li", {}, summaryNode(one, signal))),
  );
}

export function gistCard(gist) {
  return element(
    "section.card",
    { id: "gist", "aria-labelledby": "gist-heading" },
    element(
      "div.card-head",
      {},
      element("h2", { id: "gist-heading" }, t("kind.gist")),
      element("span.muted", {}, t("messages.range", { from: gist.from, to: gist.to })),
    ),
    gist.text ? richText(gist.text) : null,
  );
}

/** Returns a summary that loads its text and its sources when it is opened. */
function summaryNode(one, signal) {
  return opening(
    { summary: one.id },
    [
      element("strong", {}, word("kind", one.kind), one.level > 0 ? ` ${t("summary.level", { level: one.level })}` : ""),
      element("span", {}, t("messages.range", { from: one.from, to: one.to })),
      element("span.muted", {}, t("messages.count", { count: one.messages })),
      element("span.muted", {}, t("tokens.count", { count: one.tokens })),
      one.degraded ? badge("fair", t("summary.degraded")) : null,
      element("span.muted.model", {}, one.model),
    ],
    (place) => {
      const text = element("div");
      const sources = element("div");
      place.append(text, element("p.label", {}, t("summary.sources")), sources);
      load(text, () => get(path("v1", "summaries", one.id), {}, signal), summaryText, signal);
      load(
        sources,
        () => get(path("v1", "summaries", one.id, "sources"), {}, signal),
        (found) => sourceList(one.conversation, found.items, signal),
        signal,
        2,
      );
    },
  );
}

/** Returns the text of a summary with what it was told to keep. */
export function summaryText(summary) {
  return [
    summary.focus
      ? element("p.focus", {}, element("b", {}, `${t("form.focus")}: `), summary.focus)
      : null,
    clip(element("div.summary-text", {}, richText(summary.text ?? "")), summary.text ?? ""),
  ];
}

function sourceList(conversation, sources, signal) {
  return element(
    "ul.tree",
    {},
    sources.map((source) =>
      element("li", {}, source.summary ? summaryNode(source.summary, signal) : rangeNode(conversation, source, signal)),
    ),
  );
}

function rangeNode(conversation, range, signal) {
  return opening(
    { range: `${range.from}-${range.to}` },
    [
      element("strong", {}, t("summary.messages")),
      element("span", {}, range.from === range.to ? number(range.from) : `${number(range.from)}–${number(range.to)}`),
    ],
    (place) => messageList(place, conversation, range, { automatic: false }, signal),
  );
}

function opening(data, head, fillIn) {
  const place = element("div.tree-body");
  const node = element("details.tree-node", { data }, element("summary", {}, head), place);
  node.addEventListener("toggle", () => {
    if (node.open && place.childElementCount === 0) {
      fillIn(place);
    }
  });
  return node;
}
