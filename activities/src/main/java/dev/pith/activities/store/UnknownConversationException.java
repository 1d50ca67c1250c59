package dev.pith.activities.store;

/** The store does not contain the requested conversation. */
public final class UnknownConversationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String conversation;

    public UnknownConversationException(String conversation) {
        super("conversation " + conversation + " is not in the store: pith list shows those that are");
        this.conversation = conversation;
    }

    /** Returns the requested id. */
    public String conversation() {
        return conversation;
    }
}
