package dev.pith.activities.intake;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.intake.Placement.Identified;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.tokens.TokenCounter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Stores imported messages in batches. While the importer parses one batch, the tokens of the one before it are counted
 * and the one before that is written. {@link #finish()} writes the last batch. Not thread-safe.
 */
public final class ConversationIntake implements ConversationSink, AutoCloseable {

    private static final int BATCH_MESSAGES = 1_000;
    private static final long BATCH_CHARACTERS = 4_000_000;

    private final Database database;
    private final boolean restores;
    private final TokenCounter counter = TokenCounter.shared();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "pith-import-writer"));
    private final Map<List<String>, OpenConversation> open = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<ConversationHeader> erased = new ArrayList<>();
    private List<NewMessage> batch = new ArrayList<>();
    private long batchCharacters;
    private @Nullable OpenConversation current;
    /** The last batch that was passed on. Fails without writing if an earlier one failed: no message may be missing. */
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);
    /** The batch before {@link #writing}. */
    private Future<?> earlier = writing;

    /** Creates an intake that leaves out conversations which a user has deleted. */
    public ConversationIntake(Database database) {
        this(database, false);
    }

    /**
     * Creates an intake.
     *
     * @param restores whether conversations that a user has deleted are stored again
     */
    public ConversationIntake(Database database, boolean restores) {
        this.database = database;
        this.restores = restores;
    }

    @Override
    public void conversation(ConversationHeader header) {
        hand();
        List<String> key = List.of(header.source(), header.nativeId(), String.valueOf(header.subagentId()));
        current = open.computeIfAbsent(key, unused -> new OpenConversation(header, restores));
    }

    @Override
    public void message(NewMessage message) {
        batch.add(message);
        for (Part part : message.parts()) {
            batchCharacters += part.text().length();
        }
        if (batch.size() >= BATCH_MESSAGES || batchCharacters >= BATCH_CHARACTERS) {
            hand();
        }
    }

    @Override
    public void takeBack(long from, long to) {
        hand();
        await();
        OpenConversation taken = Objects.requireNonNull(current, "taken back before conversation");
        database.transact(handle -> {
            taken.takeBack(handle, from, to);
            return null;
        });
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        hand();
        await();
        String id =
                Objects.requireNonNull(current, "describe before conversation").id();
        if (id != null) {
            database.table(Conversations.class)
                    .describe(
                            id,
                            title == null ? null : RefusedCharacters.replace(ControlCharacters.without(title)),
                            taken(project),
                            taken(branch));
        }
    }

    /** Writes the remaining messages; returns the result for each conversation in the order of the source. */
    public List<Receipt> finish() {
        hand();
        await();
        for (OpenConversation one : open.values()) {
            if (one.erased() != null) {
                erased.add(one.header());
            }
            if (one.id() != null) {
                database.transact(handle -> {
                    one.end(handle);
                    return null;
                });
                receipts.add(one.receipt());
            }
        }
        open.clear();
        return List.copyOf(receipts);
    }

    /** Returns the conversations that were left out because a user has deleted them, after {@link #finish()}. */
    public List<ConversationHeader> erased() {
        return List.copyOf(erased);
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    /** Passes the batch on; blocks until all but one of the earlier batches are written. */
    private void hand() {
        if (batch.isEmpty()) {
            return;
        }
        OpenConversation to = Objects.requireNonNull(current, "message before conversation");
        await(earlier);
        earlier = writing;
        List<NewMessage> full = batch;
        batch = new ArrayList<>();
        batchCharacters = 0;
        CompletableFuture<List<EncodedMessage>> encoded = CompletableFuture.supplyAsync(() -> encode(full));
        writing = writing.thenCombineAsync(
                encoded,
                (written, messages) -> {
                    write(to, messages);
                    return null;
                },
                writer);
    }

    private List<EncodedMessage> encode(List<NewMessage> messages) {
        return messages.parallelStream()
                .map(message -> EncodedMessage.of(message, counter))
                .toList();
    }

    private void write(OpenConversation to, List<EncodedMessage> messages) {
        List<Identified> identified = messages.stream().map(to::identify).toList();
        database.transact(handle -> {
            try {
                to.append(handle, identified);
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "messages of " + to.header().nativeId() + " could not be stored: " + e.getMessage(), e);
            }
        });
    }

    private void await() {
        await(writing);
    }

    private static void await(Future<?> batch) {
        try {
            batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("import was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("import failed: " + e.getMessage(), e);
        }
    }

    private static @Nullable String taken(@Nullable String text) {
        return text == null ? null : RefusedCharacters.replace(text);
    }
}
