// Shows the page that the address names: #/conversations/ID?tab=versions.

import { element, fill } from "./element.js";
import { failed, skeleton } from "./states.js";
import { t } from "./words.js";

const PAGES = {
  conversations: () => import("./page-conversations.js"),
  conversation: () => import("./page-conversation.js"),
  compactions: () => import("./page-compactions.js"),
  compaction: () => import("./page-compaction.js"),
  backfills: () => import("./page-backfills.js"),
  memory: () => import("./page-memory.js"),
  costs: () => import("./page-costs.js"),
  search: () => import("./page-search.js"),
};
const OF_ONE = { conversations: "conversation", compactions: "compaction" };
const HOME = "conversations";
const RESTORE_MILLIS = 3000;

const main = document.getElementById("main");
const scrolls = new Map();
const listeners = new Set();
let leaving = new AbortController();
let isLeft = false;
let shown = null;
let shownHash = null;

/** Reads an address. */
export function parse(hash) {
  const [way, query] = hash.replace(/^#\/?/, "").split("?", 2);
  const [section, id] = way.split("/").map(decode);
  const known = Object.hasOwn(PAGES, section) ? section : HOME;
  return {
    section: known,
    page: id ? (OF_ONE[known] ?? known) : known,
    id: id || null,
    query: new URLSearchParams(query ?? ""),
  };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the address of a page. */
export function address(section, id, query = {}) {
  const parameters = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ).toString();
  return `#/${section}${id ? `/${encodeURIComponent(id)}` : ""}${parameters ? `?${parameters}` : ""}`;
}

/** Calls back with the route whenever another one is shown. */
export function onRoute(listener) {
  listeners.add(listener);
}

/** Begins to follow the address. */
export function startRouter() {
  history.scrollRestoration = "manual";
  window.addEventListener("hashchange", () => isLeft || showRoute());
  window.addEventListener("scroll", () => scrolls.set(shownHash, window.scrollY), { passive: true });
  return showRoute();
}

/** Leaves the page that is shown, for something else in its place; until {@link showRoute} nothing replaces that. */
export function leaveRoute() {
  leaving.abort();
  isLeft = true;
}

/** Sets the title of the window. */
export function setTitle(text) {
  document.title = text ? `${text} · Pith` : "Pith";
}

/** Shows the present address, anew if it is shown already. */
export async function showRoute() {
  isLeft = false;
  leaving.abort();
  leaving = new AbortController();
  const signal = leaving.signal;
  const route = parse(location.hash);
  const before = shown;
  shown = route;
  shownHash = location.hash;
  listeners.forEach((listener) => listener(route));
  const samePlace = before !== null && before.page === route.page && before.id === route.id;
  if (!samePlace) {
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    fill(main, skeleton());
    setTitle(t(`page.${route.section}`));
  }
  try {
    const module = await PAGES[route.page]();
    if (!signal.aborted) {
      fill(main, module.show(view(route, signal)));
      settle(samePlace, before === null);
    }
  } catch (failure) {
    if (!signal.aborted) {
      fill(main, element("div.page", {}, failed(failure, () => location.reload())));
    }
  }
}

function view(route, signal) {
  return {
    ...route,
    signal,
    reload: showRoute,
    /** Changes the query of the address without showing the page anew. */
    setQuery(query) {
      history.replaceState(null, "", address(route.section, route.id, query));
      shownHash = location.hash;
    },
  };
}

/** Places focus and scroll position: a new page begins at its top, one gone back to where it was left. */
function settle(samePlace, isFirst) {
  if (!isFirst && !samePlace) {
    main.focus({ preventScroll: true });
  }
  if (!samePlace) {
    const wanted = scrolls.get(location.hash) ?? 0;
    window.scrollTo(0, 0);
    restore(wanted, leaving.signal);
  }
}

/** Scrolls as far as the content reaches, so that lists load more, until it is there, the reader acts, or time is up. */
function restore(wanted, signal) {
  if (wanted === 0) {
    return;
  }
  const ended = new AbortController();
  const end = () => ended.abort();
  const until = Date.now() + RESTORE_MILLIS;
  const timer = setInterval(() => {
    window.scrollTo(0, wanted);
    if (Math.abs(window.scrollY - wanted) < 2 || Date.now() > until) {
      end();
    }
  }, 50);
  ended.signal.addEventListener("abort", () => clearInterval(timer));
  signal.addEventListener("abort", end);
  ["wheel", "touchstart", "pointerdown", "keydown"].forEach((act) =>
    window.addEventListener(act, end, { signal: ended.signal, passive: true }),
  );
}
