package dev.pith.activities.store;

/** A conversation that is not in the store. */
public final class UnknownConversationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String conversation;

    public UnknownConversationException(String conversation) {
        super("conversation " + conversation + " is not in the store: pith list shows those that are");
        this.conversation = conversation;
    }

    /** The id that was asked for. */
    public String conversation() {
        return conversation;
    }
}
