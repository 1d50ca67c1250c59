package dev.pith.starter.importing.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Matches calls and results if the source gives no ids: a result belongs to the first open call of its name. */
public final class CallPairs {

    private static final int MOST_OPEN = 1_000;

    private record Open(String name, String id) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private long made;

    /** Returns a call's id, or generates one if it has none. */
    public String call(@Nullable String id, String name) {
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

    /**
     * Returns the id of the call that a result answers: the one that it names, else the first open call of its name, or
     * of any name if it has none.
     */
    public String result(@Nullable String id, @Nullable String name) {
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

    /** Forgets the open calls: no later result belongs to one of them. */
    public void forget() {
        open.clear();
    }
}
