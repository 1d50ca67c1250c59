package dev.pith.activities.gateway;

/**
 * A reply in the journal.
 *
 * @param scope {@link #SHARED}, or the only compaction that may use it
 * @param verdict the name of its verdict
 */
public record StoredReply(String requestHash, String scope, String conversation, String text, String verdict) {

    /** The scope of a reply that every compaction may use. */
    public static final String SHARED = "";
}
