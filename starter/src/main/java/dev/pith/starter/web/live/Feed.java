package dev.pith.starter.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.conversation.OpaqueId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The state of one thing that is followed, as JSON, with its latest changes. A reader that lags further behind than the
 * kept changes gets the whole state instead, so a slow one costs no memory. Thread-safe.
 */
final class Feed {

    /** The most changes that are kept for readers that reconnect. */
    private static final int KEPT = 128;

    private static final long NEVER = -1;

    private final String epoch = OpaqueId.next();
    private final Deque<Frame> changes = new ArrayDeque<>();
    private final List<FeedReader> readers = new ArrayList<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private JsonNode state = JsonNodeFactory.instance.objectNode();
    private long revision = NEVER;
    private @Nullable Frame snapshot;

    /** Sets the state. Readers are told what changed; nothing happens if nothing did. */
    void set(JsonNode next, boolean isLast) {
        List<FeedReader> told;
        synchronized (this) {
            if (ended.isDone()) {
                return;
            }
            ObjectNode patch = MergePatch.between(state, next);
            if (revision != NEVER && patch.isEmpty() && !isLast) {
                return;
            }
            boolean first = revision == NEVER;
            state = next;
            revision++;
            snapshot = null;
            if (!first) {
                changes.addLast(Frame.of(isLast ? "end" : "change", epoch, revision, patch));
                if (changes.size() > KEPT) {
                    changes.removeFirst();
                }
            }
            told = List.copyOf(readers);
        }
        if (isLast) {
            ended.complete(null);
        }
        told.forEach(FeedReader::wake);
    }

    /** Returns the next events for a reader that has a revision, in order; empty if it has the newest. */
    synchronized List<Frame> after(long has) {
        if (has >= revision) {
            return List.of();
        }
        Frame oldest = changes.peekFirst();
        if (has == NEVER || oldest == null || has < oldest.revision() - 1) {
            return List.of(snapshot());
        }
        return changes.stream().filter(change -> change.revision() > has).toList();
    }

    private Frame snapshot() {
        if (snapshot == null) {
            snapshot = Frame.of(ended.isDone() ? "end" : "snapshot", epoch, revision, state);
        }
        return snapshot;
    }

    /** Returns the revision that an event id names, if this feed sent it; else the one before all. */
    synchronized long revisionOf(@Nullable String eventId) {
        String prefix = epoch + ".";
        if (eventId == null || !eventId.startsWith(prefix)) {
            return NEVER;
        }
        try {
            long named = Long.parseLong(eventId.substring(prefix.length()));
            return named >= 0 && named <= revision ? named : NEVER;
        } catch (NumberFormatException e) {
            return NEVER;
        }
    }

    /** Returns the present state; empty before the first. */
    synchronized Optional<JsonNode> state() {
        return revision == NEVER ? Optional.empty() : Optional.of(state);
    }

    /** Returns whether a reader with this revision has seen the end. */
    synchronized boolean hasEndedAt(long has) {
        return ended.isDone() && has == revision;
    }

    /** Completes once the state never changes again. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    synchronized void add(FeedReader reader) {
        readers.add(reader);
    }

    synchronized void remove(FeedReader reader) {
        readers.remove(reader);
    }

    synchronized List<FeedReader> readers() {
        return List.copyOf(readers);
    }
}
