// What a compaction would do, in words.

import { element } from "./element.js";
import { callsAndCost } from "./form-parts.js";
import { t } from "./words.js";

/** Returns the sentences of a plan. */
export function planSentences(plan) {
  const said =
    plan.decision === "nothing_to_do" ? [t("plan.nothing", { tokens: plan.tokensBefore })] : [whole(plan), callsAndCost(plan)];
  // The server's words on a context that stays long, which are English.
  return plan.irreducible === null ? said : [...said, element("p", { lang: "en" }, plan.irreducible)];
}

function whole(plan) {
  const values = { from: plan.headFrom, to: plan.headTo, tokens: plan.headTokens, count: plan.chunks.length, most: plan.summaryTokens };
  if (plan.decision === "condense") {
    return t("plan.condense", values);
  }
  return plan.decision === "prune" ? t("plan.prune", values) : t("plan.head", values);
}
