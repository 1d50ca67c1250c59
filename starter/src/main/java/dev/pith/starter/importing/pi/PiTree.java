package dev.pith.starter.importing.pi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a pi session as a tree. The parent of every entry, including settings and summaries, is the entry
 * before it, unless the person went back: then a new branch begins.
 */
final class PiTree {

    private static final Set<String> OF_THE_CONVERSATION = Set.of("message", "compaction");

    /** The nearest ancestor message of each entry that is not a message. */
    private final Map<String, String> above = new HashMap<>();

    private @Nullable String last;
    private boolean branching;

    /** Adds the next entry, in log order. */
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

    /** Returns the entry if it is a message, else its nearest ancestor message. */
    @Nullable
    String messageAbove(@Nullable String entry) {
        return entry == null ? null : above.getOrDefault(entry, entry);
    }

    /** Returns whether a new branch has begun and has no message yet. */
    boolean isBranching() {
        return branching;
    }
}
