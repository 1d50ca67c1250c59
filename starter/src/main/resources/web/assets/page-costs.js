// What models cost: a chart by day, and the numbers beneath.

import { get } from "./api.js";
import { barChart } from "./costs-chart.js";
import { element } from "./element.js";
import { day, money, number } from "./format.js";
import { facts, table } from "./parts.js";
import { empty, load } from "./states.js";
import { t } from "./words.js";

const SPANS = [7, 30, 90, 365];
/** What stands left and right of the chart, in pixels. */
const PADDING = 90;
const DAY_MILLIS = 86_400_000;

export function show(view) {
  const place = element("div", { id: "costs" });
  const days = element(
    "select",
    { id: "days", "aria-label": t("costs.span") },
    SPANS.map((count) => element("option", { value: count }, t("costs.days", { count }))),
  );
  days.value = SPANS.includes(Number(view.query.get("days"))) ? view.query.get("days") : "30";
  const read = () =>
    load(
      place,
      () => get("/v1/costs", { days: days.value }, view.signal),
      (costs) => showCosts(costs, Number(days.value)),
      view.signal,
    );
  days.addEventListener("change", () => {
    view.setQuery({ days: days.value });
    read();
  });
  read();
  return element(
    "div.page",
    {},
    element("div.page-head", {}, element("h1", {}, t("page.costs")), element("span.spring"), days),
    place,
  );
}

function showCosts(costs, count) {
  if (costs.items.length === 0) {
    return empty(t("costs.none"), element("p", {}, t("costs.none-text")));
  }
  const sum = (name) => costs.items.reduce((all, one) => all + Number(one[name]), 0);
  const totals = { cost: sum("cost"), calls: sum("calls"), tokensIn: sum("tokensIn"), tokensOut: sum("tokensOut") };
  // Models without a price still have a chart: of their tokens.
  const isPriced = totals.cost > 0;
  return [
    element(
      "section.card",
      { "aria-labelledby": "costs-total" },
      element(
        "div.card-head",
        {},
        element("h2", { id: "costs-total" }, isPriced ? t("costs.by-day") : t("costs.tokens-by-day")),
        element("p.figure", {}, element("b", {}, money(totals.cost)), element("span.muted", {}, ` · ${t("costs.calls-count", { count: totals.calls })}`)),
      ),
      barChart(
        daily(costs, count, isPriced ? (one) => Number(one.cost) : (one) => one.tokensIn + one.tokensOut),
        isPriced ? money : number,
        t(isPriced ? "costs.by-day" : "costs.tokens-by-day"),
        Math.max(280, document.getElementById("main").clientWidth - PADDING),
      ),
      facts([
        [t("costs.in"), element("span.number", {}, number(totals.tokensIn))],
        [t("costs.out"), element("span.number", {}, number(totals.tokensOut))],
        [t("costs.failed"), element("span.number", {}, number(sum("failed")))],
        [t("costs.unpriced"), element("span.number", {}, number(sum("unpriced")))],
      ]),
      sum("unpriced") > 0 ? element("p.muted", {}, t("costs.unpriced-text")) : null,
    ),
    costTable(costs.items, totals),
  ];
}

/** Returns a value for each day of the span, also for those without calls. */
function daily(costs, count, value) {
  const start = Date.parse(costs.since);
  const days = Array.from({ length: count }, (_, index) => ({
    day: new Date(start + index * DAY_MILLIS).toISOString().slice(0, 10),
    value: 0,
  }));
  const byDay = new Map(days.map((one) => [one.day, one]));
  costs.items.forEach((one) => {
    const at = byDay.get(one.day);
    if (at !== undefined) {
      at.value += value(one);
    }
  });
  return days;
}

function costTable(items, totals) {
  return table(
    t("page.costs"),
    [
      t("costs.day"),
      t("form.model"),
      [t("costs.calls"), "number"],
      [t("costs.failed"), "number.wide-only"],
      [t("costs.in"), "number.wide-only"],
      [t("costs.out"), "number.wide-only"],
      [t("costs.cost"), "number"],
    ],
    [
      element("tbody", {}, [...items].reverse().map(costRow)),
      element(
        "tfoot",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "row", colspan: 2 }, t("costs.total")),
          element("td.number", {}, number(totals.calls)),
          element("td.number.wide-only", {}, number(items.reduce((all, one) => all + one.failed, 0))),
          element("td.number.wide-only", {}, number(totals.tokensIn)),
          element("td.number.wide-only", {}, number(totals.tokensOut)),
          element("td.number", {}, money(totals.cost)),
        ),
      ),
    ],
  );
}

function costRow(one) {
  return element(
    "tr",
    {},
    element("td.day", {}, day(one.day)),
    element("td.title", {}, element("b", {}, one.profile), one.model === one.profile ? "" : element("div.sub", {}, one.model)),
    element("td.number", {}, number(one.calls)),
    element("td.number.wide-only", {}, number(one.failed)),
    element("td.number.wide-only", {}, number(one.tokensIn)),
    element("td.number.wide-only", {}, number(one.tokensOut)),
    element(
      "td.number",
      { title: one.unpriced > 0 ? t("costs.unpriced-text") : null },
      one.unpriced === one.calls ? "–" : money(Number(one.cost)),
    ),
  );
}
