package dev.pith.starter.engine;

/** Who goes on with work that runs when this process ends. */
public enum Successor {
    /** A worker of another process. */
    ANOTHER_WORKER,
    /** The next command that runs work: Temporal keeps it until then. */
    NEXT_COMMAND,
    /** Nobody: Temporal ends with this process. What is done is in the store, and is found when it is asked for again. */
    NOBODY
}
