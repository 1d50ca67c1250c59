// What can be done with a compaction: cancel it, apply its preview, undo it.

import { path, post } from "./api.js";
import { confirmDialog } from "./dialog.js";
import { announce, element, fill } from "./element.js";
import { address } from "./router.js";
import { explained } from "./states.js";
import { t } from "./words.js";

export function compactionActions(view) {
  const trouble = element("div", { role: "alert" });
  const buttons = element("div.actions", { data: { needs: "full" } });
  const node = element("div", {}, buttons, trouble);
  let shown = null;
  const update = (state) => {
    const offered = offers(state);
    if (offered.join() !== shown) {
      shown = offered.join();
      fill(buttons, offered.map((name) => MAKERS[name](state, view, trouble)));
      node.hidden = offered.length === 0;
    }
  };
  return { node, update };
}

function offers(state) {
  if (!state.outcome) {
    return ["cancel"];
  }
  if (state.preview && !state.applied && state.outcome === "previewed") {
    return ["apply"];
  }
  return state.applied && state.toVersion ? ["undo"] : [];
}

const MAKERS = {
  cancel: (state, view, trouble) =>
    button("compact-cancel", "", t("action.cancel"), async (pressed) => {
      await attempt(pressed, trouble, () => post(path("v1", "compactions", state.id, "cancel")));
    }),

  apply: (state, view, trouble) =>
    button("compact-apply", ".primary", t("action.apply"), async (pressed) => {
      if (await attempt(pressed, trouble, () => post(path("v1", "compactions", state.id, "apply")))) {
        announce(t("apply.done"));
        view.reload();
      }
    }),

  undo: (state, view) =>
    button("undo", "", t("action.undo"), () =>
      confirmDialog(t("undo.title"), [t("undo.text"), t("undo.later")], t("action.undo"), async () => {
        await post(`${path("v1", "conversations", state.conversation, "undo")}?compaction=${encodeURIComponent(state.id)}`);
        announce(t("undo.done"));
        location.hash = address("conversations", state.conversation);
      }),
    ),
};

function button(id, kind, label, run) {
  return element(`button.button${kind}`, { type: "button", id, onclick: (event) => run(event.currentTarget) }, label);
}

/** Does something; shows the problem beneath the buttons. Returns whether it worked. */
async function attempt(pressed, trouble, run) {
  pressed.disabled = true;
  pressed.setAttribute("aria-busy", "true");
  fill(trouble);
  try {
    await run();
    return true;
  } catch (problem) {
    pressed.disabled = false;
    pressed.removeAttribute("aria-busy");
    fill(trouble, element("div.notice.danger", {}, explained(problem)));
    return false;
  }
}
