// Knows whether the server and the open streams are reachable. The header shows it.

const away = new Set();
const listeners = new Set();
let probe = null;

export const connection = {
  /** Notes that a stream, or the server itself, does not answer. */
  lost(name) {
    change(() => away.add(name));
    if (name === "server" && probe === null) {
      probe = setTimeout(check, 1000);
    }
  },

  /** Notes that it answers again, or is no longer needed. */
  found(name) {
    change(() => away.delete(name));
  },

  get isLost() {
    return away.size > 0;
  },

  /** Calls back now and at each change. */
  watch(listener) {
    listeners.add(listener);
    listener(this.isLost);
  },
};

function change(apply) {
  const before = away.size > 0;
  apply();
  if (before !== away.size > 0) {
    listeners.forEach((listener) => listener(away.size > 0));
  }
}

/** Asks for a sign of life until one comes: a page without a stream would not notice the server's return. */
async function check() {
  probe = null;
  try {
    await fetch("/healthz", { cache: "no-store" });
    connection.found("server");
  } catch {
    probe = setTimeout(check, 2000);
  }
}
