// The panel's sentences in the chosen language.

import { english } from "./words-en.js";
import { chinese } from "./words-zh.js";

const LANGUAGES = { en: english, "zh-CN": chinese };

let plurals = new Intl.PluralRules(language());

/** Returns the language in force: en or zh-CN. */
export function language() {
  return document.documentElement.lang === "zh-CN" ? "zh-CN" : "en";
}

/** Sets the language and remembers it. */
export function setLanguage(chosen) {
  document.documentElement.lang = chosen;
  plurals = new Intl.PluralRules(chosen);
  try {
    localStorage.setItem("pith.language", chosen);
  } catch {
    // A browser without storage forgets it.
  }
}

/**
 * Returns a sentence. {name} stands for a value; a number under "count" chooses between the forms one and other.
 *
 * @param key such as "page.costs"
 * @param values texts or numbers; numbers are written as the language writes them
 */
export function t(key, values = {}) {
  const found = LANGUAGES[language()][key] ?? english[key] ?? key;
  const sentence = typeof found === "string" ? found : (found[plurals.select(Number(values.count ?? 0))] ?? found.other);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(language()) : String(value ?? whole);
  });
}

/** Returns the word for a constant of the API, or the constant itself if there is none. */
export function word(group, constant) {
  const key = `${group}.${constant}`;
  return key in english ? t(key) : String(constant ?? "");
}
