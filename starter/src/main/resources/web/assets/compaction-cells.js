// The chunks of a compaction as cells, each with its state, how it was written, and its time.

import { element, fill, setText } from "./element.js";
import { duration, number } from "./format.js";
import { t, word } from "./words.js";

const LOOKS = ["waiting", "running", "done", "aggressive", "extractive", "unfinished", "failed"];

export function cellsCard() {
  const heading = element("h2", { id: "cells-heading" });
  const list = element("ol.cells", { id: "cells" });
  const legend = element("ul.legend");
  const node = element("section.card", { "aria-labelledby": "cells-heading", hidden: true }, heading, list, legend);
  const update = (state) => {
    const cells = Object.entries(state.cells ?? {}).sort(([one], [other]) => Number(one) - Number(other));
    node.hidden = cells.length === 0;
    if (cells.length === 0) {
      return;
    }
    setText(heading, t("cells.heading", { count: Math.max(state.chunks, state.chunksDone), done: state.chunksDone }));
    while (list.children.length > cells.length) {
      list.lastElementChild.remove();
    }
    cells.forEach(([index, cell], position) => showCell(list, position, index, cell, state.outcome));
    showLegend(legend, cells.map(([, cell]) => look(cell, state.outcome)));
  };
  return { node, update };
}

/**
 * Returns how a cell looks: its state, and for a finished one the rung that it needed. The chunks that a canceled
 * compaction did not get to have not failed.
 */
function look(cell, outcome) {
  if (cell.state === "failed" && outcome && outcome !== "failed") {
    return "unfinished";
  }
  return cell.state === "done" && cell.rung && cell.rung !== "normal" ? cell.rung : cell.state;
}

function showCell(list, position, index, cell, outcome) {
  let node = list.children[position];
  if (node === undefined) {
    node = element("li", {}, element("b", { "aria-hidden": "true" }), element("span", { "aria-hidden": "true" }), element("span.unseen"));
    list.append(node);
  }
  node.dataset.cell = index;
  node.dataset.state = cell.state;
  const shown = look(cell, outcome);
  node.dataset.look = shown;
  if (cell.rung) {
    node.dataset.rung = cell.rung;
  } else {
    delete node.dataset.rung;
  }
  const parts = [
    t("cells.chunk", { index: Number(index) + 1 }),
    shown === "unfinished" ? t("look.unfinished") : word("cell", cell.state),
    cell.rung ? word("rung", cell.rung) : null,
    cell.millis > 0 ? duration(cell.millis) : null,
  ].filter((part) => part !== null);
  const [head, time, words] = node.children;
  setText(head, number(Number(index) + 1));
  setText(time, cell.millis > 0 ? duration(cell.millis) : cell.state === "running" ? "…" : "");
  setText(words, parts.join(", "));
  node.title = parts.join(" · ");
}

/** Names the looks that occur, with how many have each. */
function showLegend(legend, looks) {
  const counts = new Map();
  looks.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  const key = JSON.stringify([...counts]);
  if (legend.dataset.key === key) {
    return;
  }
  legend.dataset.key = key;
  fill(
    legend,
    LOOKS.filter((name) => counts.has(name)).map((name) =>
      element(
        "li",
        {},
        element("i.swatch", { data: { look: name } }),
        element("span", {}, t(`look.${name}`)),
        element("b.number", {}, number(counts.get(name))),
      ),
    ),
  );
}
