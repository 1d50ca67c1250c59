// Small pieces that several pages show.

import { element } from "./element.js";
import { ago, compact, number, percent, time } from "./format.js";
import { t, word } from "./words.js";

const GOOD = new Set(["compacted", "previewed", "completed"]);
const FAIR = new Set(["compacted_degraded", "over_budget", "irreducible", "superseded", "interrupted"]);

const NAMES = {
  "claude-code": "Claude Code",
  codex: "Codex",
  opencode: "opencode",
  pi: "pi",
  gemini: "Gemini CLI",
  copilot: "Copilot CLI",
  qwen: "Qwen Code",
  cursor: "Cursor",
  kimi: "Kimi Code",
  openclaw: "OpenClaw",
  hermes: "Hermes",
  goose: "Goose",
  droid: "Droid",
  grok: "Grok",
  antigravity: "Antigravity",
  chatgpt: "ChatGPT",
  "claude-ai": "Claude.ai",
};

export function badge(kind, text, attributes) {
  return element(`span.badge.${kind}`, attributes, text);
}

/** Returns the outcome of a compaction or backfill as a badge; "running" without one. */
export function outcomeBadge(outcome, state) {
  if (!outcome) {
    return badge("running", state === "ended" ? t("state.ended") : t("state.running"));
  }
  const kind = GOOD.has(outcome) ? "good" : FAIR.has(outcome) ? "fair" : outcome === "failed" ? "bad" : "plain";
  return badge(kind, word("outcome", outcome));
}

export function sourceName(source) {
  return NAMES[source] ?? source;
}

/** Returns the last two folders of a project's path; the whole stands in its tooltip. */
export function projectName(project) {
  const folders = project.split(/[\\/]/).filter((part) => part !== "");
  return element("span.project", { title: project }, folders.slice(-2).join("/") || project);
}

/** Returns a time, relative to now, with the exact one as its tooltip. */
export function when(instant) {
  return instant ? element("time", { datetime: instant, title: time(instant) }, ago(instant)) : "–";
}

/** Returns how full a window is, as a small bar with numbers. */
export function fullness(tokens, window) {
  const share = window > 0 ? tokens / window : 0;
  const bar = element("i");
  bar.style.width = `${Math.min(100, share * 100)}%`;
  return element(
    "div.fullness",
    { data: { level: share > 1 ? "over" : share > 0.8 ? "high" : "fine" } },
    element("span.meter", { "aria-hidden": "true" }, bar),
    element(
      "span.meter-text",
      { title: t("context.of", { tokens: number(tokens), window: number(window) }) },
      element("b", {}, compact(tokens)),
      ` / ${compact(window)}`,
      element("span.unseen", {}, ` ${percent(share)}`),
    ),
  );
}

/** Returns "27,898 → 3,818"; one number if nothing changed. */
export function tokensChange(before, after) {
  if (after === null || after === undefined || after === before) {
    return element("span.number", {}, number(before));
  }
  return element(
    "span.number",
    { title: before > 0 ? t("tokens.share", { share: percent(after / before) }) : null },
    `${number(before)} → `,
    element("b", {}, number(after)),
  );
}

/** Returns a list of names and values; values that are absent are left out with their names. */
export function facts(pairs) {
  return element(
    "dl.facts",
    {},
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
  );
}

/** Returns an id in small fixed-width letters, which a click selects whole. */
export function idText(id) {
  return element("code.id", {}, id);
}

/** Returns a table with headings; a heading is a text or [text, class]. */
export function table(label, headings, body) {
  return element(
    "table",
    { "aria-label": label },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        headings.filter((heading) => heading !== null).map((heading) => {
          const [text, kind] = [heading].flat();
          return element(kind ? `th.${kind}` : "th", { scope: "col" }, text);
        }),
      ),
    ),
    body,
  );
}
