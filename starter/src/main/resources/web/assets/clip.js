// Long texts: cut off for the eye until the reader opens them.

import { element } from "./element.js";
import { t } from "./words.js";

const LONG_CHARACTERS = 1_500;
const LONG_LINES = 24;

/**
 * Returns the node of a text; if the text is long, clipped and with a button that opens it.
 *
 * @param node holds the text
 * @param text decides whether it is long
 */
export function clip(node, text) {
  if (text.length <= LONG_CHARACTERS && text.split("\n", LONG_LINES + 1).length <= LONG_LINES) {
    return node;
  }
  node.classList.add("clipped");
  const button = element("button.button.small", { type: "button", "aria-expanded": "false" }, t("action.show-all"));
  button.addEventListener("click", () => {
    const isClipped = node.classList.toggle("clipped");
    button.setAttribute("aria-expanded", String(!isClipped));
    button.textContent = isClipped ? t("action.show-all") : t("action.show-less");
  });
  return [node, button];
}
