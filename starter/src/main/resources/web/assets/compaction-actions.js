// What can be done with a compaction: cancel it, apply its preview, undo it.

import { path, post } from "./api.js";
import { confirmDialog } from "./dialog.js";
import { announce, element, fill } from "./element.js";
import { address } from "./router.js";
import { explained } from "./states.js";
import { t } from "./words.js";

/**
 * Returns the buttons.
 *
 * @param take receives the state that the server answers with
 */
export function compactionActions(take) {
  const trouble = element("div", { role: "alert" });
  const buttons = element("div.actions", { data: { needs: "full" } });
  const node = element("div", {}, buttons, trouble);
  let shown = null;
  const update = (state) => {
    const offered = offers(state);
    if (offered.join() !== shown) {
      shown = offered.join();
      fill(buttons, offered.map((name) => MAKERS[name](state, take, trouble)));
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
  cancel: (state, take, trouble) =>
    button("compact-cancel", "", t("action.cancel"), async (pressed) => {
      await attempt(pressed, trouble, () => post(path("v1", "compactions", state.id, "cancel")));
    }),

  apply: (state, take, trouble) =>
    button("compact-apply", ".primary", t("action.apply"), async (pressed) => {
      await attempt(pressed, trouble, async () => {
        take(await post(path("v1", "compactions", state.id, "apply")));
        announce(t("apply.done"));
        document.getElementById("undo")?.focus();
      });
    }),

  undo: (state) =>
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

/** Does something; shows the problem beneath the buttons. */
async function attempt(pressed, trouble, run) {
  pressed.disabled = true;
  pressed.setAttribute("aria-busy", "true");
  fill(trouble);
  try {
    await run();
  } catch (problem) {
    pressed.disabled = false;
    pressed.removeAttribute("aria-busy");
    fill(trouble, element("div.notice.danger", {}, explained(problem)));
  }
}
