package dev.pith.starter.config;

/** What becomes of a compaction whose model brings no summary. */
public enum OnModelFailure {
    /** The summarizer without a model writes it. */
    DEGRADE,
    /** The context stays as it is. */
    KEEP
}
