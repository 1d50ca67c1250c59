// Rows of compactions.

import { element } from "./element.js";
import { span } from "./format.js";
import { outcomeBadge, table, tokensChange, when } from "./parts.js";
import { address } from "./router.js";
import { t, word } from "./words.js";

/** Returns list, row and frame for a list of compactions; with or without the title of their conversation. */
export function compactionTable(withTitle) {
  return {
    list: () => element("tbody"),
    row: (one) => compactionRow(one, withTitle),
    frame: (body) =>
      table(
        t("page.compactions"),
        [
          withTitle ? t("compactions.conversation") : t("compactions.strategy"),
          [t("compactions.outcome"), "wide-only"],
          [t("compactions.tokens"), "number"],
          [t("compactions.duration"), "number.wide-only"],
          [t("compactions.started"), "when.wide-only"],
        ],
        body,
      ),
  };
}

export function compactionRow(one, withTitle) {
  const strategy = word("strategy", one.strategy);
  const title = one.title || one.conversation;
  return element(
    "tr",
    { data: { compaction: one.id, outcome: one.outcome ?? "running", started: one.started } },
    element(
      "td.title",
      {},
      element("a.row-link", { href: address("compactions", one.id), title }, withTitle ? title : strategy),
      element(
        "div.sub",
        {},
        element("span.narrow-only", {}, outcomeBadge(one.outcome, one.state)),
        withTitle ? element("span", {}, strategy) : null,
        element("span.narrow-only", {}, when(one.started)),
        one.error ? element("span.error-text", { title: one.error, lang: "en" }, one.error) : null,
      ),
    ),
    element("td.outcome.wide-only", {}, outcomeBadge(one.outcome, one.state)),
    element("td.number", {}, tokensChange(one.tokensBefore, one.tokensAfter)),
    element("td.number.wide-only.duration", {}, span(one.started, one.ended)),
    element("td.when.wide-only", {}, when(one.started)),
  );
}
