// Lists of messages, in pages.

import { get, path } from "./api.js";
import { element } from "./element.js";
import { messageItem } from "./message.js";
import { paged } from "./pager.js";
import { empty } from "./states.js";
import { t } from "./words.js";

const PAGE = 40;

/**
 * Fills a place with the messages of a range.
 *
 * @param range.from the first; 1 without it
 * @param range.to the last; to the end without it
 * @param options.places whether each says if it is live, in a summary or abandoned
 * @param options.marked the message to point at
 */
export function messageList(place, conversation, range, options, signal) {
  return paged(
    place,
    {
      automatic: options.automatic,
      moreLabel: t("messages.more"),
      read: (cursor) =>
        get(
          path("v1", "conversations", conversation, "messages"),
          { from: cursor ?? range.from, to: range.to, limit: PAGE },
          signal,
        ),
      list: () => element("ol.messages"),
      row: (message) => messageItem(message, options),
      frame: (list) => list,
      empty: () => empty(t("messages.none")),
    },
    signal,
  );
}
