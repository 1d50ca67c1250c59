// Builds the DOM. Text becomes text nodes only, so what a session contains is never read as markup.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "g", "rect", "line", "path", "text", "circle", "title-svg"]);
const SAFE_LINK = /^(#|\/|https?:\/\/)/i;

/**
 * Creates an element.
 *
 * @param tag the name, with classes after dots: "div.card.wide"
 * @param attributes strings; true for an empty attribute; null, undefined and false leave it out;
 *     a function under onNAME listens to the event NAME; "data" is an object of data attributes
 * @param children nodes, texts, numbers or arrays of them; null, undefined and false are left out
 */
export function element(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = SVG_TAGS.has(name)
    ? document.createElementNS(SVG, name === "title-svg" ? "title" : name)
    : document.createElement(name);
  if (classes.length > 0) {
    node.setAttribute("class", classes.join(" "));
  }
  for (const [key, value] of Object.entries(attributes ?? {})) {
    setAttribute(node, key, value);
  }
  append(node, children);
  return node;
}

function setAttribute(node, key, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (key.startsWith("on")) {
    if (typeof value !== "function") {
      throw new TypeError(`${key} is not a function`);
    }
    node.addEventListener(key.slice(2), value);
  } else if (key === "data") {
    Object.entries(value).forEach(([name, text]) => {
      if (text !== null && text !== undefined) {
        node.dataset[name] = String(text);
      }
    });
  } else if (key === "href" && !SAFE_LINK.test(String(value))) {
    node.setAttribute("data-refused", "link");
  } else {
    node.setAttribute(key, value === true ? "" : String(value));
  }
}

/** Appends children as {@link element} does. */
export function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      node.append(child instanceof Node ? child : String(child));
    }
  }
  return node;
}

/** Replaces all children. */
export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, children);
}

/** Sets the text if it differs, so that unchanged parts of a live view stay untouched. */
export function setText(node, text) {
  const wanted = String(text ?? "");
  if (node.textContent !== wanted) {
    node.textContent = wanted;
  }
}

/** Tells screen readers, politely. */
export function announce(text) {
  const announcer = document.getElementById("announcer");
  if (announcer !== null) {
    setText(announcer, text);
  }
}
