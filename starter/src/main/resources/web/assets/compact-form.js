// The form that starts a compaction.

import { get, path, post } from "./api.js";
import { planPreview } from "./compact-plan.js";
import { openDialog } from "./dialog.js";
import { element, fill } from "./element.js";
import { address } from "./router.js";
import { t } from "./words.js";

const STRATEGIES = ["rolling", "layered", "prune", "gist"];
/** Those that aim at the whole context, so that a share of it can be the target. */
const OF_CONTEXT = new Set(["layered", "prune"]);

export function openCompactForm(conversation) {
  const model = element("select", { id: "model", name: "model" }, element("option", { value: "" }, t("form.loading")));
  const explanation = element("p.help", { id: "strategy-help" });
  const strategies = element(
    "div.choices",
    { role: "radiogroup", "aria-labelledby": "strategy-label" },
    STRATEGIES.map((name, index) =>
      element(
        "label.choice",
        {},
        element("input", { type: "radio", name: "strategy", value: name, checked: index === 0 }),
        t(`strategy.${name}`),
      ),
    ),
  );
  const tokens = element("input", {
    id: "target-tokens",
    name: "targetTokens",
    type: "number",
    min: 100,
    step: 1,
    inputmode: "numeric",
    placeholder: t("form.automatic"),
  });
  const share = element("input", {
    id: "target-ratio",
    name: "targetRatio",
    type: "number",
    min: 1,
    max: 99,
    step: 1,
    inputmode: "numeric",
    placeholder: "–",
  });
  const plan = planPreview(conversation, (form) => body(new FormData(form)));
  const dialog = openDialog({
    id: "compact-dialog",
    title: t("form.title"),
    submit: t("form.start"),
    submitId: "compact-start",
    body: [
      element("p.label", { id: "strategy-label" }, t("form.strategy")),
      strategies,
      explanation,
      element("label.label", { for: "focus" }, t("form.focus")),
      element("textarea", { id: "focus", name: "focus", rows: 2, placeholder: t("form.focus-example") }),
      element(
        "div.fields",
        {},
        element("div", {}, element("label.label", { for: "model" }, t("form.model")), model),
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
      const started = await post(path("v1", "conversations", conversation.id, "compactions"), body(data));
      location.hash = address("compactions", started.id);
    },
  });
  const adapt = () => {
    const chosen = new FormData(dialog.querySelector("form")).get("strategy");
    explanation.textContent = t(`strategy.${chosen}.help`);
    share.disabled = !OF_CONTEXT.has(chosen) || tokens.value !== "";
    share.closest(".of-context").hidden = !OF_CONTEXT.has(chosen);
    tokens.disabled = !share.disabled && share.value !== "";
  };
  dialog.addEventListener("input", adapt);
  dialog.addEventListener("input", plan.forget);
  adapt();
  readModels(model, dialog, adapt);
}

function body(data) {
  const entry = (name) => String(data.get(name) ?? "").trim();
  const made = { strategy: entry("strategy"), preview: data.get("preview") !== null };
  if (entry("focus") !== "") {
    made.focus = entry("focus");
  }
  if (entry("model") !== "") {
    made.model = entry("model");
  }
  if (entry("targetTokens") !== "") {
    made.targetTokens = Number(entry("targetTokens"));
  } else if (entry("targetRatio") !== "") {
    made.targetRatio = Number(entry("targetRatio")) / 100;
  }
  return made;
}

/** Offers the model profiles of the server, and chooses what its settings choose. */
async function readModels(select, dialog, adapt) {
  try {
    const models = await get("/v1/models");
    fill(
      select,
      [...new Set(models.items)].map((name) =>
        element("option", { value: name }, name === "extractive" ? t("form.extractive") : name),
      ),
    );
    select.value = models.default;
    const strategy = dialog.querySelector(`input[value="${models.strategy}"]`);
    if (strategy !== null) {
      strategy.checked = true;
      adapt();
    }
  } catch {
    fill(select, element("option", { value: "" }, t("form.default-model")));
  }
}
