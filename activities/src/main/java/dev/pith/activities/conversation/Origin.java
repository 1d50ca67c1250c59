package dev.pith.activities.conversation;

/** Who really wrote a message. The importer decides it once; tail, requests, flush and search rely on it. */
public enum Origin {
    /** A human being typed it. In a subagent's conversation: the prompt of the agent that called it. */
    PERSON,
    /** The model wrote it. */
    AGENT,
    /** A program put it in: tool results, command echoes, reminders, skills, instructions. */
    HARNESS,
    /** A compaction that the source tool made itself. */
    NATIVE_SUMMARY
}
