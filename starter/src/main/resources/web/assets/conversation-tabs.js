// What stands beneath the context of a conversation: its parts, all messages, its compactions.

import { get } from "./api.js";
import { compactionTable } from "./compaction-table.js";
import { element } from "./element.js";
import { messageList } from "./messages.js";
import { paged } from "./pager.js";
import { empty } from "./states.js";
import { gistCard, summaryTree } from "./summaries.js";
import { address } from "./router.js";
import { t } from "./words.js";

/** How many messages stand before the marked one, and how many more the link to earlier ones shows. */
const BEFORE = 3;
const STEP = 30;

/** Gist, summaries and live messages. */
export function showContext(conversation, view) {
  const context = conversation.context;
  const live = element("div");
  if (context.liveMessages > 0) {
    messageList(live, conversation.id, { from: context.liveFrom }, { automatic: true, places: true }, view.signal);
  } else {
    live.append(empty(t("messages.none-live")));
  }
  return [
    conversation.gist ? gistCard(conversation.gist) : null,
    context.summaries.length > 0
      ? element(
          "section",
          { "aria-labelledby": "summaries-heading" },
          element("h2", { id: "summaries-heading" }, t("context.summaries", { count: context.summaries.length })),
          summaryTree(context.summaries, view.signal),
        )
      : null,
    element(
      "section",
      { id: "live", "aria-labelledby": "live-heading" },
      element("h2", { id: "live-heading" }, t("context.live", { count: context.liveMessages })),
      live,
    ),
  ];
}

/** All messages, from the first or from near the marked one. */
export function showMessages(conversation, view, marked) {
  const list = element("div");
  const from = Number(view.query.get("from")) || (marked ? Math.max(1, marked - BEFORE) : 1);
  const options = { automatic: true, places: true, marked };
  messageList(list, conversation.id, { from }, options, view.signal).then(() => {
    list.querySelector(".marked")?.scrollIntoView({ block: "center" });
  });
  const earlier =
    from > 1
      ? element(
          "a.button.small",
          { href: address("conversations", conversation.id, { tab: "messages", from: Math.max(1, from - STEP) }) },
          t("messages.earlier"),
        )
      : null;
  return [earlier, list];
}

/** The compactions of this conversation. */
export function showCompactions(conversation, view) {
  const list = element("div");
  paged(
    list,
    {
      automatic: true,
      read: (cursor) => get("/v1/compactions", { conversation: conversation.id, cursor }, view.signal),
      ...compactionTable(false),
      empty: () => empty(t("compactions.none-here")),
    },
    view.signal,
  );
  return list;
}
