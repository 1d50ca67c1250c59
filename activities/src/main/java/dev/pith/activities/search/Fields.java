package dev.pith.activities.search;

/** The names of the fields of an index document. */
final class Fields {

    /** An {@link ItemKind}, or {@link #HEAD}. */
    static final String KIND = "kind";

    /** The kind of the one document per conversation that says how far the conversation was read. */
    static final String HEAD = "head";

    static final String CONVERSATION = "conversation";

    /** The id of a summary, gist or memory; of a head, {@code head-} and the conversation. Messages have none. */
    static final String ID = "id";

    static final String SEQ = "seq";
    static final String ROLE = "role";
    static final String ORIGIN = "origin";

    /** Epoch milliseconds. */
    static final String CREATED = "created";

    /** The words; not stored. */
    static final String TEXT = "text";

    /** Of a head: the last message that was read. */
    static final String THROUGH = "through";

    /** Of a head: the live summaries and the gist that were read, separated by spaces. */
    static final String SUMMARIES = "summaries";

    private Fields() {}
}
