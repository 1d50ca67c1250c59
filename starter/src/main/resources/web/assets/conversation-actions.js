// What can be done with a conversation: compact, undo, redo, delete.

import { path, post, remove } from "./api.js";
import { openCompactForm } from "./compact-form.js";
import { confirmDialog, openDialog } from "./dialog.js";
import { announce, element } from "./element.js";
import { address } from "./router.js";
import { t } from "./words.js";

/** How a version changes the number of undos that can be taken back. */
const UNDONE = { undo: (count) => count + 1, redo: (count) => count - 1 };

export function conversationActions(conversation, view) {
  const button = (id, kind, label, run, disabled) =>
    element(`button.button${kind}`, { type: "button", id, onclick: run, disabled }, label);
  const base = (action) => path("v1", "conversations", conversation.id, action);
  const undo = () =>
    confirmDialog(t("undo.title"), t("undo.text"), t("action.undo"), async () => {
      await post(base("undo"));
      announce(t("undo.done"));
      view.reload();
    });
  const redo = () =>
    confirmDialog(t("redo.title"), t("redo.text"), t("action.redo"), async () => {
      await post(base("redo"));
      announce(t("redo.done"));
      view.reload();
    });
  return element(
    "div.actions",
    { data: { needs: "full" } },
    button("compact-open", ".primary", t("action.compact"), () => openCompactForm(conversation), !!conversation.running),
    button("undo", "", t("action.undo"), undo, !canUndo(conversation)),
    button("redo", "", t("action.redo"), redo, !canRedo(conversation)),
    button("delete", ".quiet-danger", t("action.delete"), () => openDelete(conversation)),
  );
}

/** Whether the context differs from that of the bare messages. */
function canUndo(conversation) {
  const now = conversation.versions[conversation.versions.length - 1];
  return now !== undefined && (now.summaries.length > 0 || now.compactedThrough > 0 || now.pruned !== "");
}

/** Whether an undo is left that was not taken back: each redo takes one back, all else makes them final. */
function canRedo(conversation) {
  return conversation.versions.reduce((undone, { cause }) => UNDONE[cause]?.(undone) ?? 0, 0) > 0;
}

function openDelete(conversation) {
  return openDialog({
    id: "delete-dialog",
    title: t("delete.title"),
    danger: true,
    submit: t("delete.submit"),
    submitId: "delete-start",
    ready: (data) => String(data.get("word")).trim() === conversation.id,
    body: [
      element("p", {}, element("b", {}, conversation.title)),
      element("p", {}, t("delete.text", { count: conversation.messages })),
      element("label", { for: "delete-word" }, t("delete.word"), " ", element("code", {}, conversation.id)),
      element("input", { id: "delete-word", name: "word", autocomplete: "off", spellcheck: "false" }),
    ],
    run: async () => {
      await remove(path("v1", "conversations", conversation.id));
      announce(t("delete.done"));
      location.hash = address("conversations");
    },
  });
}
