// What a compaction would do, shown in its form before it is started.

import { path, post } from "./api.js";
import { element, fill } from "./element.js";
import { money } from "./format.js";
import { explained, notice } from "./states.js";
import { t } from "./words.js";

/**
 * Returns a button that asks for the plan, and the place where it is shown.
 *
 * @param conversation the conversation
 * @param body returns the request that the form makes
 */
export function planPreview(conversation, body) {
  const shown = element("div", { id: "plan", role: "status" });
  let asked = 0;
  const ask = async (event) => {
    const button = event.currentTarget;
    const mine = ++asked;
    button.setAttribute("aria-busy", "true");
    try {
      const plan = await post(path("v1", "conversations", conversation.id, "compactions", "plan"), body(button.form));
      if (mine === asked) {
        fill(shown, notice("info", element("div", {}, sentences(plan).map((text) => element("p", {}, text))), stays(plan)));
      }
    } catch (problem) {
      if (mine === asked) {
        fill(shown, notice("danger", explained(problem)));
      }
    } finally {
      button.removeAttribute("aria-busy");
    }
  };
  return {
    nodes: [element("div", {}, element("button.button.small", { type: "button", id: "plan-show", onclick: ask }, t("plan.show"))), shown],
    /** Removes a plan that the form no longer asks for. */
    forget: () => {
      asked++;
      fill(shown);
    },
  };
}

function sentences(plan) {
  if (plan.decision === "nothing_to_do") {
    return [t("plan.nothing", { tokens: plan.tokensBefore })];
  }
  return [whole(plan), plan.model === null ? t("plan.free") : calls(plan)];
}

function whole(plan) {
  const values = { from: plan.headFrom, to: plan.headTo, tokens: plan.headTokens, count: plan.chunks.length, most: plan.summaryTokens };
  if (plan.decision === "condense") {
    return t("plan.condense", values);
  }
  return plan.decision === "prune" ? t("plan.prune", values) : t("plan.head", values);
}

function calls(plan) {
  const values = { count: plan.calls, model: plan.model, in: plan.tokensIn, out: plan.tokensOut };
  return `${t("plan.calls", values)} ${plan.cost === null ? t("plan.cost-unknown") : t("plan.cost", { cost: money(plan.cost) })}`;
}

/** Returns the server's words, which are English, on a context that stays long. */
function stays(plan) {
  return plan.irreducible === null ? null : element("p", { lang: "en" }, plan.irreducible);
}
