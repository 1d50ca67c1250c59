// One compaction, live.

import { get, path } from "./api.js";
import { cellsCard } from "./compaction-cells.js";
import { compactionActions } from "./compaction-actions.js";
import { progressCard } from "./compaction-progress.js";
import { resultCard } from "./compaction-result.js";
import { element, fill, setText } from "./element.js";
import { percent } from "./format.js";
import { badge, facts, idText, outcomeBadge } from "./parts.js";
import { address, setTitle } from "./router.js";
import { failed, load, notice } from "./states.js";
import { follow } from "./stream.js";
import { t, word } from "./words.js";

export function show(view) {
  const place = element("div.page", { id: "compaction" });
  const heading = element("h1.unseen", {}, t("page.compactions"));
  const resource = path("v1", "compactions", view.id);
  load(
    place,
    () => get(resource, {}, view.signal),
    (first) => {
      heading.remove();
      let shown = first;
      const take = (state) => {
        // A server that has just started may know nothing but its trouble: what was shown stays.
        shown = state.id === undefined ? { ...shown, trouble: state.trouble } : state;
        parts.forEach((part) => part.update(shown));
        setTitle(`${shown.outcome ? word("outcome", shown.outcome) : percent(shown.percent / 100)} · ${shown.title}`);
      };
      const parts = build(view.signal, take);
      take(first);
      if (!first.outcome) {
        const problem = (found) => place.prepend(failed(found, view.reload));
        follow(`${resource}/events`, resource, { state: take, problem, ended: (state) => Boolean(state.outcome) }, view.signal);
      }
      return parts.map((part) => part.node);
    },
    view.signal,
  );
  return [heading, place];
}

/** Returns the parts of the page, each with a node and how it is updated. */
function build(signal, take) {
  return [
    head(),
    banners(),
    compactionActions(take),
    progressCard(signal),
    cellsCard(),
    resultCard(signal),
  ];
}

function head() {
  const title = element("h1");
  const link = element("a");
  const outcome = element("span", { id: "outcome" });
  const details = element("div");
  title.append(link);
  const node = element(
    "header.page-head.stacked",
    {},
    element("p.crumbs", {}, element("a", { href: address("compactions") }, t("page.compactions"))),
    element("div.title-line", {}, title, outcome),
    details,
  );
  let shown = "";
  return {
    node,
    update: (state) => {
      setText(link, state.title || state.conversation);
      link.setAttribute("href", address("conversations", state.conversation));
      const key = [state.outcome, state.applied, state.degraded, state.decision, state.temporal].join();
      if (key !== shown) {
        shown = key;
        fill(outcome, outcomeBadge(state.outcome, state.state), " ", applied(state));
        fill(details, about(state));
      }
    },
  };
}

function applied(state) {
  if (!state.outcome?.startsWith("compacted") && state.outcome !== "previewed") {
    return null;
  }
  if (state.applied) {
    return badge("good", t("compaction.applied"));
  }
  return badge("plain", state.preview ? t("compaction.not-applied") : t("compaction.not-in-force"));
}

function about(state) {
  return facts([
    [t("compactions.strategy"), word("strategy", state.strategy)],
    [t("form.model"), state.model ?? t("form.extractive")],
    [t("form.focus"), state.focus],
    [t("compaction.preview"), state.preview ? t("yes") : null],
    [t("compaction.decision"), state.decision ? word("decision", state.decision) : null],
    [t("versions.version"), state.toVersion ? `${state.fromVersion} → ${state.toVersion}` : null],
    [t("conversation.id"), idText(state.id)],
    [
      "Temporal",
      state.temporal
        ? element("a", { href: state.temporal, target: "_blank", rel: "noopener noreferrer" }, t("compaction.temporal"))
        : null,
    ],
  ]);
}

function troubleNotice(state) {
  return state.trouble
    ? notice("warn", element("p", {}, t("compaction.trouble")), element("p", { lang: "en" }, state.trouble))
    : null;
}

/** What a reader should know about the progress: that the state may be old, that no worker answers, an error. */
function banners() {
  const node = element("div", { id: "banners", "aria-live": "polite" });
  let shown = null;
  return {
    node,
    update: (state) => {
      const key = JSON.stringify([state.trouble, state.note, state.error, state.lastError, state.stage, state.outcome]);
      if (key === shown) {
        return;
      }
      shown = key;
      const waits = !state.outcome && state.stage === "waiting_for_worker";
      fill(
        node,
        troubleNotice(state),
        state.note ? notice("warn", element("p", { id: "note", lang: "en" }, state.note)) : null,
        waits ? notice("warn", element("p", {}, t("stage.waiting_for_worker.help"))) : null,
        state.error
          ? notice(
              state.outcome === "failed" ? "danger" : "warn",
              element("strong", {}, t(state.outcome === "failed" ? "compaction.error" : "compaction.reason")),
              providerText("error", state.error),
            )
          : null,
        state.lastError && state.lastError !== state.error
          ? notice("warn", element("strong", {}, t("compaction.last-error")), providerText("last-error", state.lastError), goesOn(state))
          : null,
      );
    },
  };
}

function goesOn(state) {
  return state.outcome ? null : element("p.muted", {}, t("compaction.goes-on"));
}

function providerText(id, text) {
  return element("p.provider", { id, lang: "en" }, text);
}
