package dev.pith.activities.appending;

/** A user deleted the conversation of this key; the API does not create it again. */
public final class DeletedConversationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeletedConversationException(String key) {
        super("conversation " + key + " was deleted: use another key");
    }
}
