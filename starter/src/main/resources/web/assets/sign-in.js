// Asks for the access token of a server that requires one.

import { post } from "./api.js";
import { element, fill } from "./element.js";
import { setTitle } from "./router.js";
import { explained } from "./states.js";
import { t } from "./words.js";

/** Shows the form in a place; the promise is kept once the token is accepted. */
export function showSignIn(place) {
  setTitle(t("signin.title"));
  return new Promise((resolve) => {
    const trouble = element("div", { role: "alert" });
    const token = element("input", {
      id: "token",
      name: "token",
      type: "password",
      autocomplete: "current-password",
      spellcheck: "false",
      required: true,
    });
    const button = element("button.button.primary", { type: "submit", id: "sign-in" }, t("signin.submit"));
    const send = async (event) => {
      event.preventDefault();
      button.disabled = true;
      fill(trouble);
      try {
        await post("/session", { token: token.value });
        rememberSession();
        resolve();
      } catch (problem) {
        fill(trouble, element("div.notice.danger", {}, explained(problem)));
        button.disabled = false;
        token.select();
      }
    };
    fill(
      place,
      element(
        "form.sign-in",
        { onsubmit: send },
        element("h1", {}, t("signin.title")),
        element("p.muted", {}, t("signin.text")),
        element("label", { for: "token" }, t("signin.token")),
        token,
        trouble,
        button,
      ),
    );
    token.focus();
  });
}

/** Notes that this browser has a session, so that the header offers to end it. */
function rememberSession() {
  document.documentElement.dataset.session = "";
  try {
    localStorage.setItem("pith.session", "yes");
  } catch {
    // A browser without storage offers it until the next load.
  }
}
