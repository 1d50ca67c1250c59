package dev.pith.activities.conversation;

/** The actual author of a message. Set once by the importer; tail, requests, flush and search rely on it. */
public enum Origin {
    /** Typed by a person. In a subagent's conversation: the prompt of the calling agent. */
    PERSON,
    /** Written by the model. */
    AGENT,
    /** Inserted by a program: tool results, command echoes, reminders, skills, instructions. */
    HARNESS,
    /** A compaction by the source program. */
    NATIVE_SUMMARY
}
