// Parts that the forms of compactions and backfills share.

import { get } from "./api.js";
import { element, fill } from "./element.js";
import { money } from "./format.js";
import { explained, notice } from "./states.js";
import { t } from "./words.js";

/**
 * Returns a choice of strategies with an explanation of the chosen one.
 *
 * @param names the strategies; the first is chosen
 */
export function strategyChoice(names) {
  const explanation = element("p.help", { id: "strategy-help" });
  const choice = element(
    "div.choices",
    { role: "radiogroup", "aria-labelledby": "strategy-label" },
    names.map((name, index) =>
      element(
        "label.choice",
        {},
        element("input", { type: "radio", name: "strategy", value: name, checked: index === 0 }),
        t(`strategy.${name}`),
      ),
    ),
  );
  const chosen = () => choice.querySelector("input:checked").value;
  const explain = () => (explanation.textContent = t(`strategy.${chosen()}.help`));
  choice.addEventListener("input", explain);
  explain();
  return {
    nodes: [element("p.label", { id: "strategy-label" }, t("form.strategy")), choice, explanation],
    chosen,
    choose: (name) => {
      const input = choice.querySelector(`input[value="${name}"]`);
      if (input !== null) {
        input.checked = true;
        explain();
      }
    },
  };
}

/**
 * Returns a choice of the server's model profiles, in which the one of its settings is chosen.
 *
 * @param told is called with what the server says of its models
 */
export function modelChoice(told = () => {}) {
  const select = element("select", { id: "model", name: "model" }, element("option", { value: "" }, t("form.loading")));
  read(select, told);
  return element("div", {}, element("label.label", { for: "model" }, t("form.model")), select);
}

async function read(select, told) {
  try {
    const models = await get("/v1/models");
    fill(
      select,
      [...new Set(models.items)].map((name) =>
        element("option", { value: name }, name === "extractive" ? t("form.extractive") : name),
      ),
    );
    select.value = models.default;
    told(models);
  } catch {
    fill(select, element("option", { value: "" }, t("form.default-model")));
  }
}

/**
 * Returns a button that asks for a plan, and the place where it is shown.
 *
 * @param ask asks the server, with the form's data
 * @param sentences returns what the plan says: texts and nodes
 */
export function planPreview(ask, sentences) {
  const shown = element("div", { id: "plan", role: "status" });
  let asked = 0;
  const press = async (event) => {
    const button = event.currentTarget;
    const mine = ++asked;
    const show = (kind, content) => {
      if (mine === asked) {
        fill(shown, notice(kind, content));
      }
    };
    button.setAttribute("aria-busy", "true");
    try {
      const plan = await ask(new FormData(button.form));
      const lines = sentences(plan).map((line) => (line instanceof Node ? line : element("p", {}, line)));
      show("info", element("div", {}, lines));
    } catch (problem) {
      show("danger", explained(problem));
    } finally {
      button.removeAttribute("aria-busy");
    }
  };
  return {
    nodes: [element("div", {}, element("button.button.small", { type: "button", id: "plan-show", onclick: press }, t("plan.show"))), shown],
    /** Removes a plan that the form no longer asks for. */
    forget: () => {
      asked++;
      fill(shown);
    },
  };
}

/** Returns the calls and the cost of a plan in words. */
export function callsAndCost(plan) {
  if (plan.model === null) {
    return t("plan.free");
  }
  const values = { count: plan.calls, model: plan.model, in: plan.tokensIn, out: plan.tokensOut };
  return `${t("plan.calls", values)} ${plan.cost === null ? t("plan.cost-unknown") : t("plan.cost", { cost: money(plan.cost) })}`;
}

/** Returns a text field of a form's data. */
export function entry(data, name) {
  return String(data.get(name) ?? "").trim();
}
