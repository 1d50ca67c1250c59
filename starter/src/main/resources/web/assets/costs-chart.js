// A chart of bars, one a day.

import { element } from "./element.js";
import { day } from "./format.js";

const HEIGHT = 180;
const LEFT = 64;
const BOTTOM = 24;
const TOP = 8;
const LINES = 4;
const LABEL_WIDTH = 120;

/**
 * Returns the chart. The table beneath it has the same numbers, so readers of the screen get its title only.
 *
 * @param days of {day, value}
 * @param format writes a value
 * @param width in pixels; the chart is scaled if the window changes later
 */
export function barChart(days, format, title, width) {
  const top = niceTop(Math.max(...days.map((one) => one.value)));
  const height = HEIGHT - BOTTOM - TOP;
  const y = (value) => TOP + height * (1 - value / top);
  const step = (width - LEFT) / days.length;
  const grid = Array.from({ length: LINES + 1 }, (_, index) => (top * index) / LINES).flatMap((value) => [
    element("line", { x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
    element("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, format(value)),
  ]);
  const bars = days.map((one, index) =>
    element(
      "rect",
      {
        x: LEFT + index * step + step * 0.15,
        width: step * 0.7,
        y: y(one.value),
        height: Math.max(0, HEIGHT - BOTTOM - y(one.value)),
        rx: Math.min(2, step * 0.2),
      },
      element("title-svg", {}, `${day(one.day)}: ${format(one.value)}`),
    ),
  );
  const every = Math.max(1, Math.ceil((days.length * LABEL_WIDTH) / (width - LEFT)));
  const labels = days
    .map((one, index) => ({ one, index }))
    .filter(({ index }) => (days.length - 1 - index) % every === 0)
    .map(({ one, index }) =>
      element(
        "text",
        { x: LEFT + (index + 0.5) * step, y: HEIGHT - 6, "text-anchor": index === days.length - 1 ? "end" : "middle" },
        day(one.day, "short"),
      ),
    );
  return element(
    "svg.chart",
    { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": title },
    element("g.grid", {}, grid),
    element("g.bars", {}, bars),
    element("g.labels", {}, labels),
  );
}

/** Returns the next number above that is 1, 2, 4, 5, 8 or 10 times a power of ten. */
function niceTop(value) {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 2, 4, 5, 8, 10].find((factor) => factor * power >= value);
}
