// The header: name, navigation, search, language, theme, connection.

import { remove } from "./api.js";
import { connection } from "./connection.js";
import { element, fill } from "./element.js";
import { address, onRoute, parse } from "./router.js";
import { language, setLanguage, t } from "./words.js";

const SECTIONS = ["conversations", "compactions", "backfills", "memory", "costs"];
const THEMES = ["auto", "light", "dark"];

const header = document.getElementById("header");

/**
 * Shows the header.
 *
 * @param again shows the page anew, after the language changed
 */
export function showHeader(again) {
  const build = () => {
    document.getElementById("skip").textContent = t("skip");
    fill(header, brand(), navigation(), search(), tools(() => {
      build();
      again();
    }));
    mark(parse(location.hash));
  };
  build();
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  onRoute(mark);
  connection.watch(showConnection);
}

function brand() {
  return element(
    "a.brand",
    { href: address("conversations"), "aria-label": t("brand") },
    element("img", { src: "assets/pith.svg", alt: "", width: 22, height: 22 }),
    element("span", {}, "Pith"),
  );
}

function navigation() {
  return element(
    "nav",
    { "aria-label": t("nav.main") },
    SECTIONS.map((section) =>
      element("a", { href: address(section), data: { page: section } }, t(`page.${section}`)),
    ),
  );
}

function search() {
  const words = element("input", {
    id: "search",
    type: "search",
    name: "query",
    placeholder: t("search.placeholder"),
    "aria-label": t("search.label"),
    autocomplete: "off",
    maxlength: 500,
  });
  const go = (event) => {
    event.preventDefault();
    if (words.value.trim() !== "") {
      location.hash = address("search", null, { query: words.value.trim() });
    }
  };
  return element("form.search", { role: "search", onsubmit: go }, words);
}

function tools(again) {
  const theme = element(
    "select",
    { id: "theme", "aria-label": t("theme.label"), onchange: () => setTheme(theme.value) },
    THEMES.map((name) => element("option", { value: name }, t(`theme.${name}`))),
  );
  theme.value = document.documentElement.dataset.theme ?? "auto";
  const languages = element(
    "select",
    {
      id: "language",
      "aria-label": t("language.label"),
      onchange: () => {
        setLanguage(languages.value);
        again();
        document.getElementById("language").focus();
      },
    },
    element("option", { value: "en", lang: "en" }, "English"),
    element("option", { value: "zh-CN", lang: "zh-CN" }, "中文"),
  );
  languages.value = language();
  const state = element("span", { id: "connection", role: "status" });
  queueMicrotask(() => showConnection(connection.isLost));
  return element("div.tools", {}, state, languages, theme, signOut());
}

/** Returns a button that only browsers with a session see. */
function signOut() {
  const out = async () => {
    await remove("/session").catch(() => {});
    localStorage.removeItem("pith.session");
    location.reload();
  };
  return element("button.button.small.sign-out", { type: "button", onclick: out }, t("signin.out"));
}

function setTheme(chosen) {
  if (chosen === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
  try {
    localStorage.setItem("pith.theme", chosen);
  } catch {
    // A browser without storage forgets it.
  }
}

function showConnection(isLost) {
  const state = document.getElementById("connection");
  if (state !== null) {
    state.dataset.state = isLost ? "lost" : "live";
    state.textContent = isLost ? t("connection.lost") : t("connection.live");
  }
}

function mark(route) {
  header.querySelectorAll("nav a").forEach((link) => {
    if (link.dataset.page === route.section) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
  const words = document.getElementById("search");
  if (words !== null) {
    words.value = route.section === "search" ? (route.query.get("query") ?? "") : "";
  }
}
