// What a compaction made: the tokens before and after, and its summary.

import { get, path } from "./api.js";
import { element, fill, setText } from "./element.js";
import { number, percent } from "./format.js";
import { load } from "./states.js";
import { summaryText, summaryTree } from "./summaries.js";
import { t } from "./words.js";

export function resultCard(signal) {
  const sizes = element("div.sizes");
  const summary = element("div", { id: "summary" });
  const heading = element("h2", { id: "result-heading" });
  const node = element(
    "section.card",
    { "aria-labelledby": "result-heading" },
    heading,
    sizes,
    summary,
  );
  let shown = null;
  let shownOutcome = null;
  const update = (state) => {
    const key = `${state.tokensBefore} ${state.tokensAfter}`;
    if (key !== shown) {
      shown = key;
      setText(heading, t(state.strategy === "gist" ? "result.gist" : "result.tokens"));
      fill(sizes, size("before", state.tokensBefore, state.tokensBefore), after(state));
    }
    if (state.outcome && state.outcome !== shownOutcome) {
      shownOutcome = state.outcome;
      if (state.summary) {
        showSummary(summary, state, signal);
      } else if (state.strategy === "layered") {
        showSummaries(summary, state, signal);
      }
    }
  };
  return { node, update };
}

function after(state) {
  return state.tokensAfter === undefined || state.tokensAfter === null
    ? element("p.muted", {}, state.outcome ? t("result.none") : t("result.later"))
    : size("after", state.tokensAfter, state.tokensBefore);
}

function size(name, tokens, whole) {
  const bar = element("i");
  bar.style.width = `${whole > 0 ? Math.min(100, (100 * tokens) / whole) : 0}%`;
  return element(
    "div.size",
    { data: { size: name } },
    element("span", {}, t(`result.${name}`)),
    element("span.meter", { "aria-hidden": "true" }, bar),
    element("b.number", { id: `tokens-${name}` }, number(tokens)),
    element("span.number.muted", {}, name === "after" && whole > 0 ? percent(tokens / whole) : ""),
  );
}

/** Shows the text of the summary: open for a preview, which is read before it is applied. */
function showSummary(place, state, signal) {
  const text = element("div");
  const details = element(
    "details.tree-node",
    { open: state.preview && !state.applied },
    element("summary", {}, element("strong", {}, t("result.summary"))),
    element("div.tree-body", {}, text),
  );
  const read = () => {
    if (details.open && text.childElementCount === 0) {
      load(text, () => get(path("v1", "summaries", state.summary), {}, signal), summaryText, signal);
    }
  };
  details.addEventListener("toggle", read);
  fill(place, details);
  read();
}

/** Shows the summaries that a layered compaction wrote. */
function showSummaries(place, state, signal) {
  load(
    place,
    () => get(path("v1", "conversations", state.conversation, "summaries"), {}, signal),
    (found) => {
      const mine = found.items.filter((one) => one.compaction === state.id).sort((one, other) => one.from - other.from);
      return mine.length === 0 ? null : summaryTree(mine, signal);
    },
    signal,
    2,
  );
}
