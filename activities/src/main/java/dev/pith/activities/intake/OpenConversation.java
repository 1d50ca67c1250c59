package dev.pith.activities.intake;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.Occurrences;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.intake.Placement.Identified;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Tombstones;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The state of one conversation during an import, kept between batches. Not thread-safe. */
final class OpenConversation {

    private static final Instant NEVER = Instant.EPOCH;

    private final ConversationHeader header;
    private final boolean restores;
    private final Occurrences occurrences = new Occurrences();
    private final SentPlaces places = new SentPlaces();
    private Ties ties = new Ties();
    private @Nullable String id;
    private @Nullable Instant erased;
    private @Nullable PrefixCheck prefix;
    private @Nullable String replaces;
    private boolean created;
    private long appended;
    private long known;
    private long revised;
    private long abandoned;
    private long total;

    OpenConversation(ConversationHeader header, boolean restores) {
        this.restores = restores;
        // Escape what PostgreSQL refuses: reversibly in ids, by replacement in text for users.
        this.header = header.with(RefusedCharacters::escape, RefusedCharacters::replace);
    }

    ConversationHeader header() {
        return header;
    }

    @Nullable
    String id() {
        return id;
    }

    /** Returns when a user deleted this conversation; null if no one did. */
    @Nullable
    Instant erased() {
        return NEVER.equals(erased) ? null : erased;
    }

    Identified identify(EncodedMessage encoded) {
        return Identified.of(encoded, occurrences);
    }

    void append(Handle handle, List<Identified> batch) throws SQLException {
        if (erased == null) {
            erased = tombstone(handle);
        }
        if (!erased.equals(NEVER)) {
            return;
        }
        String conversation = id == null ? open(handle) : id;
        List<Identified> rest = batch;
        if (prefix != null) {
            rest = prefix.unstored(handle, batch);
            known += batch.size() - rest.size();
            for (long seq = prefix.matched() - (batch.size() - rest.size()) + 1; seq <= prefix.matched(); seq++) {
                places.add(seq);
            }
            if (prefix.failed()) {
                conversation = startOver(handle, conversation, prefix.matched());
            }
        }
        Appending.Outcome outcome = Appending.append(
                handle, LockedConversation.lock(handle, conversation).orElseThrow(), rest, ties, places);
        appended += outcome.appended();
        known += outcome.duplicates();
        revised += outcome.revised();
        abandoned += outcome.abandoned();
        total = outcome.total();
    }

    private Instant tombstone(Handle handle) {
        Tombstones tombstones = handle.attach(Tombstones.class);
        String key = Tombstones.key(header.source(), header.nativeId(), header.subagentId());
        if (restores) {
            tombstones.lift(key);
        }
        return tombstones.at(key).orElse(NEVER);
    }

    /** Abandons messages, counted from 1 in the order of the source; earlier abandonments stay. */
    void takeBack(Handle handle, long from, long to) {
        if (id != null) {
            handle.attach(Conversations.class).lock(id);
            abandoned += Abandonment.of(handle, id, places.of(from, to)).size();
        }
    }

    /** Ends the import; starts a new conversation if the file has fewer messages than the store has under its path. */
    void end(Handle handle) {
        if (prefix != null && id != null && prefix.endedEarly()) {
            total = prefix.matched();
            startOver(handle, id, total);
        }
        prefix = null;
    }

    Receipt receipt() {
        return new Receipt(String.valueOf(id), header, created, appended, known, revised, abandoned, replaces, total);
    }

    private String open(Handle handle) {
        Conversations conversations = handle.attach(Conversations.class);
        boolean byPath = header.identity() == ConversationHeader.Identity.PATH;
        Optional<Conversation> stored = byPath
                ? conversations.byPath(header.source(), header.nativeId(), subagent()).stream()
                        .findFirst()
                : conversations.byKey(header.source(), header.nativeId(), subagent());
        if (stored.isEmpty()) {
            return create(handle, header);
        }
        Conversation found = stored.get();
        id = found.id();
        conversations.describe(found.id(), header.title(), header.project(), null);
        handle.attach(Messages.class)
                .tiesAfter(found.id(), found.messages() - Ties.REACH)
                .forEach(ties::remember);
        if (byPath) {
            prefix = new PrefixCheck(found.id(), found.messages());
        }
        return found.id();
    }

    private String create(Handle handle, ConversationHeader as) {
        Optional<String> fresh = ConversationCreation.create(handle, as);
        created |= fresh.isPresent();
        // A concurrent import may have created it: continue with that one.
        id = fresh.orElseGet(() -> handle.attach(Conversations.class)
                .byKey(as.source(), as.nativeId(), subagent())
                .orElseThrow()
                .id());
        return id;
    }

    /**
     * Creates a new conversation for a file that differs from what is stored under its path, and copies their shared
     * prefix.
     */
    private String startOver(Handle handle, String stored, long shared) {
        replaces = stored;
        prefix = null;
        ties = new Ties();
        int next = 1
                + handle.attach(Conversations.class)
                        .byPath(header.source(), header.nativeId(), subagent())
                        .size();
        String fresh = create(handle, header.named(header.nativeId() + "~" + next));
        handle.attach(MessagePrefixes.class).copy(stored, fresh, shared);
        handle.attach(MessagePrefixes.class).count(fresh);
        handle.attach(Messages.class).tiesAfter(fresh, shared - Ties.REACH).forEach(ties::remember);
        return fresh;
    }

    private String subagent() {
        return header.subagentId() == null ? "" : header.subagentId();
    }
}
