package dev.pith.activities.conversation;

/** The role that the source gave a message; who really wrote it is its {@link Origin}. */
public enum Role {
    SYSTEM,
    DEVELOPER,
    USER,
    ASSISTANT,
    TOOL;

    /** Whether it instructs the model: such messages stay as they are, and are never summarized. */
    public boolean isSystem() {
        return this == SYSTEM || this == DEVELOPER;
    }
}
