package dev.pith.activities.intake;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.Occurrences;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.LiveSizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as an import would store it, reduced to the sizes of its messages. Not thread-safe. */
public final class MemoryConversation {

    private final ConversationHeader header;
    private final Occurrences occurrences = new Occurrences();
    private final Placement placement = new Placement(new Ties(), 0);
    private final List<MemorySizes.Sized> messages = new ArrayList<>();
    private final SentPlaces places = new SentPlaces();
    private Ranges takenBack = Ranges.NONE;
    private @Nullable String project;
    private @Nullable Instant latest;

    MemoryConversation(ConversationHeader header) {
        this.header = header;
        this.project = header.project();
    }

    /** Returns the header that identifies it in its source. */
    public ConversationHeader header() {
        return header;
    }

    /** Returns its last working directory; null if the source does not contain it. */
    public @Nullable String project() {
        return project;
    }

    /** Returns the time of its latest message; null if the source does not contain times. */
    public @Nullable Instant latest() {
        return latest;
    }

    /** Returns the number of its messages. */
    public long messages() {
        return messages.size();
    }

    /** Returns the messages abandoned by its own rewinds and revisions. */
    public Ranges abandoned() {
        return placement.abandoned().plus(takenBack);
    }

    /** Returns the sizes of its live messages as if it had never been compacted. */
    public LiveSizes sizes() {
        return sizes(0, Ranges.NONE);
    }

    /**
     * Returns the sizes of its messages that no summary covers.
     *
     * @param compactedThrough the last message that a summary in the store covers; 0 if there is none
     * @param abandoned the messages abandoned in the store
     */
    public LiveSizes sizes(long compactedThrough, Ranges abandoned) {
        return new MemorySizes(messages, compactedThrough + 1, abandoned.plus(abandoned()));
    }

    void describe(@Nullable String newProject) {
        project = newProject == null ? project : newProject;
    }

    void add(EncodedMessage encoded) {
        Instant created = encoded.message().created();
        latest = created != null && (latest == null || created.isAfter(latest)) ? created : latest;
        Placement.Identified one = Placement.Identified.of(encoded, occurrences);
        placement
                .place(one)
                .ifPresent(placed -> messages.add(new MemorySizes.Sized(
                        placed.seq(),
                        encoded.message().role().isSystem() ? 0 : encoded.tokens(),
                        encoded.message().origin() == Origin.PERSON,
                        encoded.message().origin() == Origin.NATIVE_SUMMARY,
                        placed.bindsFrom() == null ? placed.seq() : placed.bindsFrom())));
        places.add(placement.standing(one));
    }

    void takeBack(long from, long to) {
        takenBack = takenBack.plus(places.of(from, to));
    }
}
