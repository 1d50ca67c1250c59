package dev.pith.activities.workstate;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.pith.activities.facts.ItemStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The to-do lists of an agent's tools, and the checklists in texts.
 *
 * @param seq number of the message that last changed it
 * @param whole whether it was written as a whole and replaces earlier items
 */
public record Todos(long seq, boolean whole, Map<String, Item> items) {

    /** Begins the identities of items of checklists. */
    static final String CHECKED = "[] ";

    /** The most items; of more, the oldest are forgotten. */
    private static final int MOST = 200;

    static final Todos NONE = new Todos(0, false, Map.of());

    /**
     * One to-do.
     *
     * @param text null if only the status is known
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Item(@Nullable String text, @Nullable String status) {

        boolean open() {
            String is = status == null ? "" : status.toLowerCase(Locale.ROOT);
            return !is.startsWith("complete")
                    && !is.equals("done")
                    && !is.startsWith("cancel")
                    && !is.startsWith("delete");
        }

        public boolean begun() {
            return status != null
                    && status.toLowerCase(Locale.ROOT).replace('_', ' ').equals("in progress");
        }

        private Item then(Item later) {
            return new Item(later.text == null ? text : later.text, later.status == null ? status : later.status);
        }
    }

    Todos then(Todos next) {
        if (next.seq == 0) {
            return this;
        }
        Map<String, Item> joined = new LinkedHashMap<>(items);
        // A list that a tool writes anew replaces what tools wrote, not the lists of texts.
        joined.keySet().removeIf(id -> next.whole && !id.startsWith(CHECKED));
        next.items.forEach((id, item) -> joined.merge(id, item, Item::then));
        while (joined.size() > MOST) {
            joined.remove(joined.keySet().iterator().next());
        }
        return new Todos(next.seq, whole || next.whole, joined);
    }

    /** Returns the list with the states that were told in words since it was last written. */
    Todos told(ItemStates states) {
        Map<String, Item> now = new LinkedHashMap<>(items);
        now.replaceAll((id, item) -> {
            Boolean ended = item.text() == null ? null : states.ended(item.text(), seq);
            return ended == null || ended != item.open() ? item : new Item(item.text(), ended ? "done" : "pending");
        });
        return new Todos(seq, whole, now);
    }

    public List<Item> open() {
        return items.values().stream()
                .filter(item -> item.text() != null && item.open())
                .sorted((a, b) -> Boolean.compare(b.begun(), a.begun()))
                .toList();
    }

    public long done() {
        return items.values().stream()
                .filter(item -> item.text() != null && !item.open())
                .count();
    }
}
