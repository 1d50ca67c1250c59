// What a context is made of, as a stacked bar against the window.

import { element } from "./element.js";
import { compact, number, percent } from "./format.js";
import { t, word } from "./words.js";

export function contextCard(context) {
  const ofSummaries = context.summaries.reduce((sum, one) => sum + one.tokens, 0);
  const parts = [
    { kind: "system", name: t("context.system"), tokens: context.systemTokens },
    { kind: "summary", name: t("context.summaries", { count: context.summaries.length }), tokens: ofSummaries },
    { kind: "live", name: t("context.live", { count: context.liveMessages }), tokens: context.liveTokens },
  ].filter((part) => part.tokens > 0);
  const share = context.window > 0 ? context.tokens / context.window : 0;
  return element(
    "section.card",
    { id: "context", "aria-labelledby": "context-heading" },
    element(
      "div.card-head",
      {},
      element("h2", { id: "context-heading" }, t("context.now")),
      element(
        "p.figure",
        {},
        element("b", {}, number(context.tokens)),
        element("span.muted", {}, ` / ${number(context.window)} ${t("tokens.unit")} · ${percent(share)}`),
      ),
    ),
    stack(context, parts),
    element("ul.legend", {}, parts.map(legendItem), legendItem(free(context))),
    coverageLine(context.coverage),
  );
}

function free(context) {
  return { kind: "free", name: t("context.free"), tokens: Math.max(0, context.window - context.tokens) };
}

function stack(context, parts) {
  const whole = Math.max(context.window, context.tokens, 1);
  const segments = [
    segment("system", context.systemTokens, whole, t("context.system")),
    ...context.summaries.map((one) =>
      segment(
        "summary",
        one.tokens,
        whole,
        `${word("kind", one.kind)} ${t("messages.range", { from: one.from, to: one.to })}`,
      ),
    ),
    segment("live", context.liveTokens, whole, t("context.live", { count: context.liveMessages })),
  ];
  const label = parts.map((part) => `${part.name}: ${number(part.tokens)}`).join("; ");
  return element(
    "div.stack",
    { role: "img", "aria-label": `${t("context.now")}. ${label}. ${t("context.of", {
      tokens: number(context.tokens),
      window: number(context.window),
    })}` },
    segments,
  );
}

function segment(kind, tokens, whole, name) {
  if (tokens <= 0) {
    return null;
  }
  const node = element("i", { data: { kind }, title: `${name} · ${number(tokens)} ${t("tokens.unit")}` });
  node.style.width = `${(100 * tokens) / whole}%`;
  return node;
}

function legendItem(part) {
  return element(
    "li",
    {},
    element("i.swatch", { data: { kind: part.kind } }),
    element("span", {}, part.name),
    element("b.number", { title: number(part.tokens) }, compact(part.tokens)),
  );
}

/** Says where the messages are, and that none is missing or doubled. */
function coverageLine(coverage) {
  const parts = [
    t("coverage.summarized", { count: coverage.summarized }),
    t("coverage.live", { count: coverage.live }),
    coverage.abandoned > 0 ? t("coverage.abandoned", { count: coverage.abandoned }) : null,
  ].filter((part) => part !== null);
  return element(
    "p.coverage",
    { id: "coverage", data: { complete: coverage.complete } },
    element("b", {}, coverage.complete ? t("coverage.complete") : t("coverage.incomplete")),
    `${t("coverage.sum", { count: coverage.messages, parts: parts.join(" + ") })}`,
  );
}
