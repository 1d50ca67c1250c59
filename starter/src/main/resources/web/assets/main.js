// Starts the panel.

import { get } from "./api.js";
import { showHeader } from "./header.js";
import { leaveRoute, showRoute, startRouter } from "./router.js";
import { showSignIn } from "./sign-in.js";
import { language } from "./words.js";

document.documentElement.lang = language();
let asking = false;

showHeader(() => (asking ? askToken() : showRoute()));
startRouter();
readAccess();

document.addEventListener("pith:signed-out", () => asking || askToken());

/** Asks for an access token in place of the page, then shows the page. */
async function askToken() {
  asking = true;
  leaveRoute();
  await showSignIn(document.getElementById("main"));
  asking = false;
  await readAccess();
  showRoute();
}

/** Learns what this browser may do. The style sheet hides what changes things from one that may only read. */
async function readAccess() {
  try {
    const { access } = await get("/session");
    document.documentElement.dataset.access = access;
    if (access === "none") {
      document.dispatchEvent(new CustomEvent("pith:signed-out"));
    }
  } catch {
    // The page itself says what is wrong with the server.
  }
}
