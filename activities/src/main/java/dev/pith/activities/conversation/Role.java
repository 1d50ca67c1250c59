package dev.pith.activities.conversation;

/** The role that the source assigned to a message. The actual author is its {@link Origin}. */
public enum Role {
    SYSTEM,
    DEVELOPER,
    USER,
    ASSISTANT,
    TOOL;

    /** Whether this role instructs the model. Such messages are kept unchanged and never summarized. */
    public boolean isSystem() {
        return this == SYSTEM || this == DEVELOPER;
    }
}
