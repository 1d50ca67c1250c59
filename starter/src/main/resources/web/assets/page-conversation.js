// One conversation: its context now, and the ways to the rest.

import { get, path } from "./api.js";
import { showCompactions, showContext, showMessages } from "./conversation-tabs.js";
import { conversationActions } from "./conversation-actions.js";
import { contextCard } from "./context-bar.js";
import { element, fill } from "./element.js";
import { number } from "./format.js";
import { badge, facts, idText, projectName, sourceName, when } from "./parts.js";
import { address, setTitle } from "./router.js";
import { load, notice } from "./states.js";
import { follow } from "./stream.js";
import { showVersions } from "./versions.js";
import { t } from "./words.js";

/** How long the page and the stream may differ. */
const STALE_MILLIS = 3000;

const TABS = { context: showContext, messages: showMessages, versions: showVersions, compactions: showCompactions };

export function show(view) {
  const place = element("div.page", { id: "conversation" });
  const heading = element("h1.unseen", {}, t("page.conversations"));
  load(
    place,
    () => get(path("v1", "conversations", view.id), {}, view.signal),
    (conversation) => {
      heading.remove();
      setTitle(conversation.title);
      reloadWhenCompacted(view, conversation);
      return [
        head(conversation),
        running(conversation),
        conversationActions(conversation, view),
        contextCard(conversation.context),
        ...tabs(conversation, view),
      ];
    },
    view.signal,
  );
  return [heading, place];
}

function head(one) {
  return element(
    "header.page-head.stacked",
    {},
    element("p.crumbs", {}, element("a", { href: address("conversations") }, t("page.conversations"))),
    element("h1", { title: one.title }, one.title || one.id),
    facts([
      [t("conversations.source"), sourceName(one.source)],
      [t("conversation.project"), one.project ? projectName(one.project) : null],
      [t("conversation.branch"), one.branch],
      [t("conversations.messages"), element("span.number", {}, number(one.messages))],
      [t("conversation.tokens"), element("span.number", {}, number(one.tokens))],
      [t("conversations.latest"), when(one.latest ?? one.updated)],
      [t("conversation.id"), idText(one.id)],
      [t("conversation.parent"), link(one.parent)],
      [t("conversation.forked"), link(one.forkedFrom)],
      [t("conversation.kind"), one.subagent ? badge("plain", t("conversations.subagent")) : null],
    ]),
  );
}

function link(id) {
  return id ? element("a", { href: address("conversations", id) }, idText(id)) : null;
}

function running(one) {
  return one.running
    ? notice(
        "info",
        element("p", {}, t("conversation.running")),
        element("a.button.small", { href: address("compactions", one.running) }, t("conversation.watch")),
      )
    : null;
}

/** Returns links that choose what is shown beneath, and the place where it is shown. */
function tabs(conversation, view) {
  const marked = Number(view.query.get("message")) || null;
  const asked = view.query.get("tab");
  const chosen = asked in TABS ? asked : marked ? "messages" : "context";
  const place = element("section.tab", { "aria-label": t(`tab.${chosen}`) });
  fill(place, TABS[chosen](conversation, view, marked));
  const links = Object.keys(TABS).map((name) =>
    element(
      "a",
      {
        href: address("conversations", conversation.id, { tab: name === "context" ? "" : name }),
        "aria-current": name === chosen ? "true" : null,
        data: { tab: name },
      },
      t(`tab.${name}`),
    ),
  );
  return [element("nav.tabs", { "aria-label": t("conversation.parts") }, links), place];
}

/** Shows the page anew once a compaction of this conversation began or ended elsewhere. */
function reloadWhenCompacted(view, conversation) {
  let known = null;
  let latest = {};
  let timer = null;
  const check = () => {
    timer = null;
    if (isStale(conversation, latest)) {
      reloadWithoutDialog(view);
    }
  };
  const on = {
    state: (present) => {
      latest = present;
      const mine = [...Object.values(present.running ?? {}), ...Object.values(present.ended ?? {})]
        .filter((one) => one.conversation === conversation.id)
        .map((one) => `${one.id} ${one.state}`);
      const isNews = known !== null && mine.some((one) => !known.has(one));
      known = new Set([...(known ?? []), ...mine]);
      if (isNews) {
        reloadWithoutDialog(view);
      } else if (timer === null && isStale(conversation, present)) {
        // The page may be newer than the stream.
        timer = setTimeout(check, STALE_MILLIS);
      }
    },
  };
  view.signal.addEventListener("abort", () => clearTimeout(timer));
  follow("/v1/events", "/v1/compactions?limit=1", on, view.signal);
}

/** Whether the page shows another compaction as running than the stream, which may leave out some of very many. */
function isStale(conversation, present) {
  const running = Object.values(present.running ?? {});
  const mine = running.filter((one) => one.conversation === conversation.id);
  const isWhole = running.length >= (present.runningCompactions ?? Infinity);
  return conversation.running === null
    ? mine.length > 0
    : isWhole && !mine.some((one) => one.id === conversation.running);
}

/** Shows the page anew, but not under an open dialog. */
function reloadWithoutDialog(view) {
  const dialog = document.querySelector("dialog[open]");
  if (dialog === null) {
    view.reload();
  } else {
    dialog.addEventListener("close", () => reloadWithoutDialog(view), { once: true, signal: view.signal });
  }
}
