// The versions of a context, and what differs between two of them.

import { get, path } from "./api.js";
import { element } from "./element.js";
import { number, percent } from "./format.js";
import { table, tokensChange } from "./parts.js";
import { load } from "./states.js";
import { t, word } from "./words.js";

export function showVersions(conversation, view) {
  const versions = [...conversation.versions].reverse();
  const newest = conversation.version;
  const difference = element("div", { id: "difference", "aria-live": "polite" });
  const from = choice("diff-from", t("versions.from"), versions, Number(view.query.get("from")) || newest - 1);
  const to = choice("diff-to", t("versions.to"), versions, Number(view.query.get("to")) || newest);
  const compare = () => {
    view.setQuery({ tab: "versions", from: from.value, to: to.value });
    read();
  };
  const read = () =>
    load(
      difference,
      () => get(path("v1", "conversations", conversation.id, "diff"), { from: from.value, to: to.value }, view.signal),
      showDifference,
      view.signal,
    );
  from.addEventListener("change", compare);
  to.addEventListener("change", compare);
  if (versions.length > 1) {
    read();
  }
  return [
    list(versions, newest),
    versions.length > 1
      ? element(
          "section",
          { "aria-labelledby": "diff-heading" },
          element(
            "div.toolbar",
            {},
            element("h2", { id: "diff-heading" }, t("versions.diff")),
            element("label", { for: "diff-from" }, t("versions.from")),
            from,
            element("label", { for: "diff-to" }, t("versions.to")),
            to,
          ),
          difference,
        )
      : element("p.muted", {}, t("versions.one")),
  ];
}

function choice(id, label, versions, chosen) {
  const node = element(
    "select",
    { id },
    versions.map((one) => element("option", { value: one.version }, `${one.version} · ${word("cause", one.cause)}`)),
  );
  node.value = String(versions.some((one) => one.version === chosen) ? chosen : versions[versions.length - 1].version);
  return node;
}

function list(versions, newest) {
  const hasRanges = versions.some((one) => one.abandoned !== "" || one.pruned !== "");
  return table(
    t("tab.versions"),
    [
      [t("versions.version"), "number"],
      [t("versions.cause"), "stretch"],
      [t("versions.through"), "number"],
      [t("versions.summaries"), "number"],
      hasRanges ? [t("place.abandoned"), "wide-only"] : null,
      hasRanges ? [t("versions.pruned"), "wide-only"] : null,
    ],
    element(
      "tbody",
      {},
      versions.map((one) =>
        element(
          "tr",
          { "aria-current": one.version === newest ? "true" : null },
          element("td.number", {}, one.version),
          element("td.stretch", {}, word("cause", one.cause), one.version === newest ? ` · ${t("versions.now")}` : ""),
          element("td.number", {}, one.compactedThrough === 0 ? "–" : number(one.compactedThrough)),
          element("td.number", {}, number(one.summaries.length)),
          hasRanges ? element("td.wide-only.ranges", {}, one.abandoned || "–") : null,
          hasRanges ? element("td.wide-only.ranges", {}, one.pruned || "–") : null,
        ),
      ),
    ),
  );
}

function showDifference(diff) {
  if (diff.empty) {
    return element("p.muted", {}, t("versions.same"));
  }
  const lines = [
    ["summarized", diff.summarized],
    ["back", diff.live],
    ["abandoned", diff.abandoned],
    ["restored", diff.restored],
    ["shortened", diff.shortened],
    ["whole", diff.whole],
    ["came", names(diff.came)],
    ["left", names(diff.left)],
  ].filter(([, value]) => value.length > 0);
  return element(
    "div.card",
    {},
    element(
      "p.figure",
      {},
      tokensChange(diff.fromTokens, diff.toTokens),
      ` ${t("tokens.unit")}`,
      diff.fromTokens > 0 ? element("span.muted", {}, ` · ${percent(diff.toTokens / diff.fromTokens)}`) : null,
    ),
    element(
      "dl.lines",
      {},
      lines.map(([name, value]) => element("div", {}, element("dt", {}, t(`diff.${name}`)), element("dd", {}, value))),
    ),
    diff.texts.map(textDifference),
  );
}

function names(summaries) {
  return summaries.map((one) =>
    element(
      "p",
      {},
      `${word("kind", one.kind)} · ${t("messages.range", { from: one.from, to: one.to })}`,
      element("span.muted", {}, ` · ${t("tokens.count", { count: one.tokens })}`),
    ),
  );
}

/** Returns the changed lines of a summary's text. */
function textDifference(text) {
  return element(
    "pre.diff",
    { tabindex: "0", "aria-label": t("diff.text") },
    text.lines.map((line) => {
      const tag = /^(---|\+\+\+) /.test(line) ? "span" : line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
      return element(tag, {}, `${line}\n`);
    }),
  );
}
