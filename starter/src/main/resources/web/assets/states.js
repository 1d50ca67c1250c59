// What a place shows while it loads, when something failed, and when it is empty.

import { element, fill } from "./element.js";
import { t } from "./words.js";

const PAUSES = [1, 2, 4, 8, 15, 30];

/** Returns gray lines that stand for what will come. */
export function skeleton(lines = 6) {
  return element(
    "div.skeleton",
    { "aria-hidden": "true" },
    Array.from({ length: lines }, () => element("i")),
  );
}

/** Returns a box that says that there is nothing, and what to do about it. */
export function empty(title, ...more) {
  return element("div.empty", {}, element("p.empty-title", {}, title), more);
}

/** Returns a notice of a kind: info, warn or danger. */
export function notice(kind, ...children) {
  return element(`div.notice.${kind}`, {}, children);
}

/** Returns the words for a problem: the server's own, which are English, or the panel's. */
export function explained(problem) {
  if (problem.status === 0) {
    return element("p", {}, t("error.server"));
  }
  if (problem.status === undefined) {
    return element("p", {}, t("error.defect", { detail: problem.message }));
  }
  const heading = problem.status === 503 ? t("error.away") : problem.title;
  return [
    element("p", {}, element("strong", {}, heading)),
    problem.detail ? element("p", { lang: "en" }, problem.detail) : null,
  ];
}

/** Returns a notice of a problem, with a button to try again if there is a way. */
export function failed(problem, retry) {
  return element(
    "div.notice.danger",
    { role: "alert" },
    explained(problem),
    retry ? element("button.button", { type: "button", onclick: retry }, t("action.retry")) : null,
  );
}

/**
 * Fills a place with what is loaded: a skeleton first, then the result, or the problem. Tries again by itself, with
 * growing pauses, while a server is away.
 *
 * @param read returns a promise
 * @param show returns the nodes for its result
 */
export async function load(place, read, show, signal, lines) {
  fill(place, skeleton(lines));
  place.setAttribute("aria-busy", "true");
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const result = await read();
      if (!signal.aborted) {
        place.removeAttribute("aria-busy");
        fill(place, show(result));
      }
      return;
    } catch (problem) {
      if (signal.aborted || problem.name === "AbortError") {
        return;
      }
      place.removeAttribute("aria-busy");
      if (!problem.passes) {
        fill(place, failed(problem, () => load(place, read, show, signal, lines)));
        return;
      }
      await shownPause(place, problem, PAUSES[Math.min(tries, PAUSES.length - 1)], signal);
    }
  }
}

/** Shows the problem and counts the seconds down to the next attempt. */
function shownPause(place, problem, seconds, signal) {
  return new Promise((resolve) => {
    const countdown = element("span", { "aria-hidden": "true" });
    let left = seconds;
    const done = () => {
      clearInterval(timer);
      resolve();
    };
    const tell = () => (countdown.textContent = t("error.again", { seconds: left }));
    const timer = setInterval(() => (--left <= 0 ? done() : tell()), 1000);
    signal.addEventListener("abort", done, { once: true });
    tell();
    const box = failed(problem, done);
    box.append(" ", countdown);
    fill(place, box);
  });
}
