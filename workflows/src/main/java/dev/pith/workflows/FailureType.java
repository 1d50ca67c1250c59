package dev.pith.workflows;

/** Types of application failures that cross Temporal, by name. None of them is worth a retry. */
public enum FailureType {
    /** The conversation of the request is not in the store. */
    UNKNOWN_CONVERSATION,
    /** A stored value contradicts an invariant; the message says which. */
    BROKEN_INVARIANT,
    /** The compaction ended without a summary; the message says why. */
    COMPACTION_FAILED;

    /** The names, as retry options want them. */
    public static String[] names() {
        FailureType[] types = values();
        String[] names = new String[types.length];
        for (int i = 0; i < types.length; i++) {
            names[i] = types[i].name();
        }
        return names;
    }
}
