// Lists that come in pages.

import { element, fill } from "./element.js";
import { explained, load } from "./states.js";
import { t } from "./words.js";

/**
 * Fills a place with a list whose further pages load when its end comes into view, or by a button.
 *
 * @param place where it goes
 * @param options.read returns a promise of {items, next} for a cursor; null for the first page
 * @param options.row returns the node of an item
 * @param options.frame returns the nodes around the list, given the node that will hold the rows
 * @param options.list creates the node that holds the rows
 * @param options.empty returns what is shown instead of an empty list
 * @param options.automatic whether scrolling loads more; else only the button does
 */
export function paged(place, options, signal) {
  return load(
    place,
    () => options.read(null),
    (first) => {
      if (first.items.length === 0) {
        return options.empty();
      }
      const list = options.list();
      list.append(...first.items.map(options.row));
      return [options.frame(list), more(list, first.next, options, signal)];
    },
    signal,
  );
}

function more(list, cursor, options, signal) {
  if (!cursor) {
    return null;
  }
  let next = cursor;
  const foot = element("div.more");
  const button = element("button.button", { type: "button" }, options.moreLabel ?? t("action.more"));
  const trouble = element("div", { role: "alert" });
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      step();
    }
  }, { rootMargin: "400px" });
  let busy = false;
  const step = async () => {
    if (busy || signal.aborted) {
      return;
    }
    busy = true;
    button.setAttribute("aria-busy", "true");
    fill(trouble);
    try {
      const page = await options.read(next);
      list.append(...page.items.map(options.row));
      next = page.next;
      if (!next) {
        observer.disconnect();
        foot.remove();
      } else if (options.automatic) {
        // Observed anew: it tells again if the end is still in view.
        observer.unobserve(foot);
        observer.observe(foot);
      }
    } catch (problem) {
      if (!signal.aborted) {
        observer.disconnect();
        fill(trouble, element("div.notice.danger", {}, explained(problem)));
      }
    } finally {
      busy = false;
      button.removeAttribute("aria-busy");
    }
  };
  button.addEventListener("click", step);
  signal.addEventListener("abort", () => observer.disconnect());
  foot.append(trouble, button);
  if (options.automatic) {
    observer.observe(foot);
  }
  return foot;
}
