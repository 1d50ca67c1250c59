// Real dialogs: the browser keeps the focus inside, Escape closes them, and the focus returns.

import { element, fill } from "./element.js";
import { explained } from "./states.js";
import { t } from "./words.js";

/**
 * Opens a dialog with a form.
 *
 * @param options.id id of the dialog
 * @param options.title its heading
 * @param options.body nodes of the form
 * @param options.submit the label of the button that does it
 * @param options.submitId id of that button
 * @param options.danger whether it destroys something
 * @param options.ready says whether the button may be pressed; asked after each input
 * @param options.run does it, with the form's data; the dialog closes when its promise is kept, and shows its problem
 */
export function openDialog(options) {
  const heading = `${options.id}-title`;
  const trouble = element("div.dialog-trouble", { role: "alert" });
  const submit = element(
    options.danger ? "button.button.danger" : "button.button.primary",
    { type: "submit", id: options.submitId },
    options.submit,
  );
  const cancel = element("button.button", { type: "button", onclick: () => dialog.close() }, t("action.back"));
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", { id: heading }, options.title),
    element("div.dialog-body", {}, options.body),
    trouble,
    element("div.dialog-actions", {}, cancel, submit),
  );
  const dialog = element("dialog", { id: options.id, "aria-labelledby": heading }, form);
  const check = () => (submit.disabled = options.ready ? !options.ready(new FormData(form)) : false);
  form.addEventListener("input", check);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    submit.setAttribute("aria-busy", "true");
    fill(trouble);
    try {
      await options.run(new FormData(form));
      dialog.close();
    } catch (problem) {
      fill(trouble, element("div.notice.danger", {}, explained(problem)));
      check();
    } finally {
      submit.removeAttribute("aria-busy");
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  check();
  dialog.showModal();
  return dialog;
}

/** Asks before something is done. */
export function confirmDialog(title, text, submit, run, danger = false) {
  return openDialog({
    id: "confirm",
    title,
    body: [text].flat().map((line) => element("p", {}, line)),
    submit,
    submitId: "confirm-yes",
    danger,
    run,
  });
}
