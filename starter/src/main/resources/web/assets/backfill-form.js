// The form that starts a backfill of a folder.

import { post } from "./api.js";
import { openDialog } from "./dialog.js";
import { announce, element } from "./element.js";
import { bytes } from "./format.js";
import { callsAndCost, entry, modelChoice, planPreview, strategyChoice } from "./form-parts.js";
import { t, word } from "./words.js";

const STRATEGIES = ["gist", "rolling", "layered", "prune"];

/**
 * Opens the form.
 *
 * @param folders the folders that the server lets requests import
 * @param started is called with the backfill that was started
 */
export function openBackfillForm(folders, started) {
  const plan = planPreview((data) => post("/v1/backfill-plans", body(data)), sentences);
  const dialog = openDialog({
    id: "backfill-dialog",
    title: t("backfill.form"),
    submit: t("form.start"),
    submitId: "backfill-start",
    body: [
      element("label.label", { for: "folder" }, t("backfill.folder")),
      element(
        "select",
        { id: "folder", name: "folder" },
        folders.map((folder) => element("option", { value: folder }, folder)),
      ),
      strategyChoice(STRATEGIES).nodes,
      element(
        "div.fields",
        {},
        modelChoice(),
        element(
          "div",
          {},
          element("label.label", { for: "limit" }, t("backfill.limit")),
          element("input", { id: "limit", name: "limit", type: "number", min: 1, step: 1, inputmode: "numeric", placeholder: t("backfill.no-limit") }),
        ),
      ),
      element(
        "label.check",
        {},
        element("input", { id: "subagents", name: "subagents", type: "checkbox" }),
        element("span", {}, t("backfill.subagents")),
      ),
      plan.nodes,
    ],
    run: async (data) => {
      const backfill = await post("/v1/backfills", body(data));
      announce(t("backfill.started", { name: backfill.name }));
      started(backfill);
    },
  });
  dialog.addEventListener("input", plan.forget);
}

function body(data) {
  const compaction = { strategy: entry(data, "strategy") };
  if (entry(data, "model") !== "") {
    compaction.model = entry(data, "model");
  }
  const made = { paths: [entry(data, "folder")], compaction, select: { subagents: data.get("subagents") !== null } };
  if (entry(data, "limit") !== "") {
    made.limit = Number(entry(data, "limit"));
  }
  return made;
}

function sentences(plan) {
  const { conversations: taken, files, work, passedOver } = plan;
  const said = [
    t("backfill.plan", { count: taken.all, added: taken.added, grown: taken.grown, unchanged: taken.unchanged }),
    t("backfill.plan-work", { todo: taken.toDo, tokens: work.tokens, current: taken.upToDate }),
    callsAndCost({ ...work, model: plan.model, cost: plan.cost }),
    t("backfill.plan-files", { count: files.read, size: bytes(files.bytes) }),
  ];
  const passed = Object.entries(passedOver).map(([why, count]) =>
    t("passed.count", { count, reason: word("passed", why) }),
  );
  if (passed.length > 0) {
    said.push(t("backfill.plan-passed", { reasons: passed.join(t("passed.comma")) }));
  }
  if (plan.stopped !== null) {
    said.push(t(`backfill.plan-${plan.stopped}`, { found: files.found, read: files.read }));
  }
  return said;
}
