package dev.pith.starter.engine;

/** What continues running work when this process ends. */
public enum Successor {
    /** A worker of another process. */
    ANOTHER_WORKER,
    /** The next command that runs work. Temporal keeps the work until then. */
    NEXT_COMMAND,
    /** None: Temporal ends with this process. Completed steps are in the store and are reused by the next request. */
    NOBODY
}
