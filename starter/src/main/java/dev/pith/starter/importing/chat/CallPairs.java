package dev.pith.starter.importing.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Joins calls with their results where the source gives neither an id: the first open call of a name gets the result. */
final class CallPairs {

    private static final int MOST_OPEN = 1_000;

    private record Open(String name, String id) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private long made;

    /** The id of a call: its own, or one that is made for it. */
    String call(@Nullable String id, String name) {
        if (id != null && !id.isEmpty()) {
            return id;
        }
        String fresh = "call_" + ++made;
        open.addLast(new Open(name, fresh));
        if (open.size() > MOST_OPEN) {
            open.removeFirst();
        }
        return fresh;
    }

    /** The id of the call that a result answers: the one that it names, or the first open one of its name or of none. */
    String result(@Nullable String id, @Nullable String name) {
        if (id != null && !id.isEmpty()) {
            return id;
        }
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open call = each.next();
            if (name == null || name.equals(call.name())) {
                each.remove();
                return call.id();
            }
        }
        return name == null ? "" : name;
    }
}
