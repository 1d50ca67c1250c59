// One message of a session. Its text is untrusted and stays text.

import { clip } from "./clip.js";
import { element } from "./element.js";
import { number } from "./format.js";
import { badge, when } from "./parts.js";
import { t, word } from "./words.js";

/** Returns a message as a list item. */
export function messageItem(message, options = {}) {
  const node = element(
    "li.message",
    { id: `message-${message.seq}`, data: { seq: message.seq, origin: message.origin, place: message.place } },
    element(
      "div.message-head",
      {},
      element("span.seq", { title: t("message.number") }, `#${number(message.seq)}`),
      element("strong", {}, word("origin", message.origin === "harness" ? message.role : message.origin)),
      options.places && message.place !== "live" ? badge("plain", word("place", message.place)) : null,
      message.created ? element("span.muted", {}, when(message.created)) : null,
      element("span.muted.tokens", {}, t("tokens.count", { count: message.tokens })),
    ),
    message.parts.map(part),
  );
  if (options.marked === message.seq) {
    node.classList.add("marked");
  }
  return node;
}

function part(one) {
  switch (one.type) {
    case "text":
      return body(one.text);
    case "notice":
      return labeled(t("part.notice"), one.text);
    case "reasoning":
      return labeled(t("part.reasoning"), one.text);
    case "tool_call":
      return folded(t("part.tool-call"), [element("b", {}, one.name), ` ${gist(one.input)}`], pretty(one.input));
    case "tool_result":
      return folded(one.failed ? t("part.tool-failed") : t("part.tool-result"), firstLine(one.text), one.text);
    case "attachment":
      return element("p.attachment", {}, `${t("part.attachment")}: `, element("b", {}, one.name));
    default:
      return body(JSON.stringify(one));
  }
}

function labeled(label, text) {
  return folded(label, firstLine(text), text);
}

/** Returns a text of a tool or program: one line, which opens. */
function folded(label, hint, text) {
  return element(
    "details.part",
    {},
    element("summary", {}, element("b", {}, label), " ", element("span.hint", {}, hint)),
    element("pre.message-text.code", { tabindex: "0" }, text),
  );
}

function body(text) {
  return clip(element("div.message-text", {}, text), text);
}

function firstLine(text) {
  const line = text.trimStart().split("\n", 1)[0];
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

/** Returns the first text among the arguments of a call, such as a path or a command. */
function gist(input) {
  try {
    const first = Object.values(JSON.parse(input)).find((value) => typeof value === "string");
    return first === undefined ? "" : firstLine(first);
  } catch {
    return firstLine(input);
  }
}

function pretty(input) {
  try {
    return JSON.stringify(JSON.parse(input), null, 2);
  } catch {
    return input;
  }
}
