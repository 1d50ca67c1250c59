// The form that starts a compaction.

import { path, post } from "./api.js";
import { planSentences } from "./compact-plan.js";
import { openDialog } from "./dialog.js";
import { element } from "./element.js";
import { entry, modelChoice, planPreview, strategyChoice } from "./form-parts.js";
import { address } from "./router.js";
import { t } from "./words.js";

const STRATEGIES = ["rolling", "layered", "prune", "gist"];
/** Those that aim at the whole context, so that a share of it can be the target. */
const OF_CONTEXT = new Set(["layered", "prune"]);

export function openCompactForm(conversation) {
  const base = (...more) => path("v1", "conversations", conversation.id, "compactions", ...more);
  const strategy = strategyChoice(STRATEGIES);
  const number = (attributes) =>
    element("input", { type: "number", step: 1, inputmode: "numeric", ...attributes });
  const tokens = number({ id: "target-tokens", name: "targetTokens", min: 100, placeholder: t("form.automatic") });
  const share = number({ id: "target-ratio", name: "targetRatio", min: 1, max: 99, placeholder: "–" });
  const adapt = () => {
    share.disabled = !OF_CONTEXT.has(strategy.chosen()) || tokens.value !== "";
    share.closest(".of-context").hidden = !OF_CONTEXT.has(strategy.chosen());
    tokens.disabled = !share.disabled && share.value !== "";
  };
  const model = modelChoice((models) => {
    strategy.choose(models.strategy);
    adapt();
  });
  const plan = planPreview((data) => post(base("plan"), body(data)), planSentences);
  const dialog = openDialog({
    id: "compact-dialog",
    title: t("form.title"),
    submit: t("form.start"),
    submitId: "compact-start",
    body: [
      strategy.nodes,
      element("label.label", { for: "focus" }, t("form.focus")),
      element("textarea", { id: "focus", name: "focus", rows: 2, placeholder: t("form.focus-example") }),
      element(
        "div.fields",
        {},
        model,
        element("div", {}, element("label.label", { for: "target-tokens" }, t("form.target")), tokens),
        element("div.of-context", {}, element("label.label", { for: "target-ratio" }, t("form.ratio")), share),
      ),
      element(
        "label.check",
        {},
        element("input", { id: "preview", name: "preview", type: "checkbox" }),
        element("span", {}, t("form.preview"), element("small", {}, t("form.preview-help"))),
      ),
      plan.nodes,
    ],
    run: async (data) => {
      const started = await post(base(), body(data));
      location.hash = address("compactions", started.id);
    },
  });
  dialog.addEventListener("input", adapt);
  dialog.addEventListener("input", plan.forget);
  adapt();
}

function body(data) {
  const made = { strategy: entry(data, "strategy"), preview: data.get("preview") !== null };
  if (entry(data, "focus") !== "") {
    made.focus = entry(data, "focus");
  }
  if (entry(data, "model") !== "") {
    made.model = entry(data, "model");
  }
  if (entry(data, "targetTokens") !== "") {
    made.targetTokens = Number(entry(data, "targetTokens"));
  } else if (entry(data, "targetRatio") !== "") {
    made.targetRatio = Number(entry(data, "targetRatio")) / 100;
  }
  return made;
}
