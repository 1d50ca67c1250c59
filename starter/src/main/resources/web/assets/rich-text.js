// Shows the text of a summary: headings and lists as such, all else as it stands.

import { element } from "./element.js";

/** Returns the nodes of a text with lines such as "## Heading" and "- item". */
export function richText(text) {
  const blocks = [];
  let list = null;
  let paragraph = null;
  const close = () => {
    list = null;
    paragraph = null;
  };
  for (const line of text.split("\n")) {
    const heading = /^#{1,6} +(.*)$/.exec(line);
    const item = /^[-*] +(.*)$/.exec(line);
    if (heading !== null) {
      close();
      blocks.push(element("p.heading", {}, heading[1]));
    } else if (item !== null) {
      paragraph = null;
      if (list === null) {
        list = element("ul");
        blocks.push(list);
      }
      list.append(element("li", {}, item[1]));
    } else if (line.trim() === "") {
      close();
    } else if (list !== null && /^\s/.test(line)) {
      list.lastElementChild.append(`\n${line.replace(/^ {1,2}/, "")}`);
    } else if (paragraph !== null) {
      paragraph.append(`\n${line}`);
    } else {
      close();
      paragraph = element("p", {}, line);
      blocks.push(paragraph);
    }
  }
  return element("div.rich", {}, blocks);
}
