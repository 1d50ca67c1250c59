// The progress of a compaction: one bar for the whole pipeline, its stages, its time.

import { announce, element, fill, setText } from "./element.js";
import { percent as inPercent, span } from "./format.js";
import { t, word } from "./words.js";

const UNFINISHED = new Set(["failed", "canceled", "interrupted", "superseded", "over_budget"]);
/** The percentages at which the stages begin, as the server counts them. */
const BEGINS = { load: 5, strategy: 10, prune: 20, chunks: 20, merge: 75, condense: 75, written: 97, complete: 100 };
const TICK_MILLIS = 1000;

export function progressCard(signal) {
  const percent = element("b.percent");
  const stage = element("span.stage-now", { id: "stage" });
  const elapsed = element("span.number.muted", { id: "elapsed" });
  const fillBar = element("i");
  const bar = element(
    "div.progress",
    { id: "progress", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-label": t("compaction.progress") },
    fillBar,
  );
  const stages = element("ol.stages", { "aria-label": t("compaction.stages") });
  const node = element(
    "section.card.live",
    { "aria-label": t("compaction.progress") },
    element("div.live-head", {}, percent, stage, element("span.spring"), elapsed),
    bar,
    stages,
  );
  let seen = 0;
  let state = null;
  let told = "";
  const tick = () => state !== null && setText(elapsed, span(state.started, state.ended));
  const timer = setInterval(tick, TICK_MILLIS);
  signal.addEventListener("abort", () => clearInterval(timer));

  const update = (next) => {
    state = { ...next, stage: stageOf(next) };
    const isUnfinished = UNFINISHED.has(state.outcome);
    const value = isUnfinished ? Math.max(seen, reached(state)) : state.percent;
    if (!state.outcome) {
      seen = state.percent;
    }
    const words = state.outcome ? word("outcome", state.outcome) : stageWords(state);
    const share = inPercent(value / 100);
    setText(percent, share);
    setText(stage, words);
    bar.setAttribute("aria-valuenow", value);
    bar.setAttribute("aria-valuetext", `${share}, ${words}`);
    node.dataset.outcome = state.outcome ?? "running";
    fillBar.style.width = `${value}%`;
    showStages(stages, state, isUnfinished ? value : null);
    tick();
    // Screen readers hear stages and quarters, not each percent.
    const mark = `${words} ${Math.floor(value / 25)}`;
    if (mark !== told) {
      told = mark;
      announce(`${share}, ${words}`);
    }
  };
  return { node, update };
}

/** Returns the stage; chunks that are being written are not the plan any more, although none is done yet. */
function stageOf(state) {
  const isWriting = state.stage === "strategy" && Object.values(state.cells ?? {}).some((cell) => cell.state === "running");
  return isWriting ? "chunks" : state.stage;
}

/** How far an ended compaction came that did not finish: what the store knows of its chunks. */
function reached(state) {
  return state.chunks > 0 ? Math.floor(BEGINS.chunks + (50 * state.chunksDone) / state.chunks) : BEGINS.load;
}

function stageWords(state) {
  if (state.stage === "chunks" && state.chunks > 0) {
    return t("stage.chunks.of", { done: state.chunksDone, all: state.chunks });
  }
  return state.stage ? word("stage", state.stage) : t("state.running");
}

/** Returns the stages that this compaction has, in order. */
function stagesOf(state) {
  if (state.strategy === "prune") {
    return ["load", "strategy", "prune", "written", "complete"];
  }
  const joining = state.strategy === "layered" || state.stage === "condense" ? "condense" : "merge";
  return ["load", "strategy", "chunks", joining, "written", "complete"];
}

function showStages(list, state, stoppedAt) {
  const names = stagesOf(state);
  const at = stoppedAt ?? state.percent;
  let current = names.indexOf(state.stage);
  if (current < 0 || stoppedAt !== null) {
    current = names.filter((name) => BEGINS[name] <= at).length - 1;
  }
  const isDone = state.outcome && stoppedAt === null;
  const key = `${names} ${current} ${isDone} ${stoppedAt !== null} ${state.stage}`;
  if (list.dataset.key === key) {
    return;
  }
  list.dataset.key = key;
  fill(
    list,
    names.map((name, index) => {
      const status = isDone || index < current ? "done" : index > current ? "waiting" : stoppedAt === null ? "current" : "stopped";
      return element(
        "li",
        { data: { stage: name, state: status }, "aria-current": status === "current" ? "step" : null },
        element("span", {}, word("stage", name)),
        element("span.unseen", {}, ` ${t(`step.${status}`)}`),
      );
    }),
  );
}
