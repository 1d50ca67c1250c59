package dev.pith.workflows.compaction;

/** How a conversation is made smaller. */
public enum Strategy {
    /** One live summary, the anchor, which each compaction updates and replaces. */
    ROLLING
}
