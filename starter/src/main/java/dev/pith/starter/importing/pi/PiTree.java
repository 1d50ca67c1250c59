package dev.pith.starter.importing.pi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a pi session as a tree. Every entry hangs under the one before it, settings and summaries too, unless the
 * person went back: then a new branch begins.
 */
final class PiTree {

    private static final Set<String> OF_THE_CONVERSATION = Set.of("message", "compaction");

    /** The nearest message above each entry that is none. */
    private final Map<String, String> above = new HashMap<>();

    private @Nullable String last;
    private boolean branching;

    /** The next entry, in the order of the log. */
    void entry(String type, @Nullable String id, @Nullable String parent) {
        boolean message = OF_THE_CONVERSATION.contains(type);
        boolean leaps = last != null && parent != null && !parent.equals(last);
        branching = !message && (branching || leaps);
        if (id == null) {
            return;
        }
        if (!message && parent != null) {
            above.put(id, above.getOrDefault(parent, parent));
        }
        last = id;
    }

    /** The nearest message at or above an entry. */
    @Nullable
    String messageAbove(@Nullable String entry) {
        return entry == null ? null : above.getOrDefault(entry, entry);
    }

    /** Whether a new branch has begun, and no message of it has come yet. */
    boolean isBranching() {
        return branching;
    }
}
