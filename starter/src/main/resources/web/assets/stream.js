// Follows a stream of server-sent events: a snapshot, then merge patches, then an end.

import { get, Problem } from "./api.js";
import { connection } from "./connection.js";
import { mergePatch } from "./patch.js";

/** Without an event for so long the stream is opened anew: a cut connection may look open for hours. */
const SILENCE_MILLIS = 40_000;
/** A page in the background gives its connection back: browsers allow a server only six. */
const HIDDEN_MILLIS = 60_000;
const POLL_MILLIS = 10_000;
const LONGEST_PAUSE_MILLIS = 15_000;
const TICK_MILLIS = 5_000;

let count = 0;

/**
 * Follows a stream until its end, or until the signal aborts.
 *
 * @param address of the stream
 * @param plain an address that answers with JSON under the same conditions: it tells why a stream fails
 * @param on.state called with each new state and whether it is the last
 * @param on.ended tells of an answer of the plain address, if that is the state, whether it is the last
 * @param on.problem called with a problem that reconnecting cannot mend
 */
export function follow(address, plain, on, signal) {
  new Following(address, plain, on, signal).begin();
}

class Following {
  constructor(address, plain, on, signal) {
    this.address = address;
    this.plain = plain;
    this.on = on;
    this.signal = signal;
    this.name = `stream ${++count}`;
    this.source = null;
    this.pause = 500;
    this.heard = Date.now();
    this.ticked = Date.now();
    this.hiddenSince = null;
  }

  begin() {
    if (this.signal.aborted) {
      return;
    }
    const wake = () => this.wake();
    this.timer = setInterval(() => this.tick(), TICK_MILLIS);
    document.addEventListener("visibilitychange", wake, { signal: this.signal });
    window.addEventListener("online", wake, { signal: this.signal });
    window.addEventListener("pagehide", () => this.release(), { signal: this.signal });
    window.addEventListener("pageshow", wake, { signal: this.signal });
    this.signal.addEventListener("abort", () => this.stop());
    this.open();
  }

  stop() {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    connection.found(this.name);
  }

  /** Gives the connection back: a page that was left may be kept for the way back, with all that it holds. */
  release() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  /** Opens a stream beside the present one, which is closed once the new one has told its first state. */
  open() {
    clearTimeout(this.retry);
    this.heard = Date.now();
    const source = new EventSource(this.address);
    const before = this.source;
    this.source = source;
    let state = null;
    const take = (event, isLast) => {
      if (source !== this.source || this.stopped) {
        source.close();
        return;
      }
      before?.close();
      this.heard = Date.now();
      this.pause = 500;
      connection.found(this.name);
      const told = JSON.parse(event.data);
      state = event.type === "snapshot" || state === null ? mergePatch({}, told) : mergePatch(state, told);
      if (isLast) {
        this.stop();
      }
      this.on.state(state, isLast);
    };
    source.addEventListener("snapshot", (event) => take(event, false));
    source.addEventListener("change", (event) => take(event, false));
    source.addEventListener("end", (event) => take(event, true));
    source.addEventListener("beat", () => {
      this.heard = Date.now();
    });
    source.addEventListener("error", () => {
      before?.close();
      if (source === this.source && !this.stopped) {
        connection.lost(this.name);
        if (source.readyState === EventSource.CLOSED) {
          this.explain();
        }
      }
    });
  }

  /** A browser gives up after an answer that is no stream: finds out why, and tries again if that can help. */
  async explain() {
    this.source = null;
    try {
      await get(this.plain, {}, this.signal);
    } catch (problem) {
      if (this.stopped) {
        return;
      }
      if (problem instanceof Problem && !problem.passes && problem.status !== 429) {
        this.stop();
        this.on.problem?.(problem);
        return;
      }
    }
    if (!this.stopped) {
      this.retry = setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MILLIS);
    }
  }

  tick() {
    const now = Date.now();
    const slept = now - this.ticked > 4 * TICK_MILLIS;
    this.ticked = now;
    if (document.hidden) {
      this.hiddenSince ??= now;
      if (now - this.hiddenSince > HIDDEN_MILLIS) {
        this.release();
        this.poll(now);
      }
    } else if (slept || now - this.heard > SILENCE_MILLIS) {
      this.open();
    }
  }

  /** Asks now and then instead, if the plain address answers with the same object: the title goes on. */
  async poll(now) {
    if (!this.on.ended || now - this.heard < POLL_MILLIS) {
      return;
    }
    this.heard = now;
    const state = await get(this.plain, {}, this.signal).catch(() => null);
    if (state !== null && !this.stopped && this.source === null) {
      const isLast = this.on.ended(state);
      if (isLast) {
        this.stop();
      }
      this.on.state(state, isLast);
    }
  }

  wake() {
    if (document.hidden || this.stopped) {
      return;
    }
    const away = this.hiddenSince === null ? 0 : Date.now() - this.hiddenSince;
    this.hiddenSince = null;
    if (this.source === null || away > TICK_MILLIS || connection.isLost) {
      this.open();
    }
  }
}
