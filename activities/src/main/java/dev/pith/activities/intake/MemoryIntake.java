package dev.pith.activities.intake;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Assigns positions to imported messages as {@link ConversationIntake} does, but keeps only their sizes and stores
 * nothing. {@link #finish()} counts the last messages. Not thread-safe.
 */
public final class MemoryIntake implements ConversationSink {

    private static final int BATCH = 1_000;

    private final TokenCounter counter = TokenCounter.shared();
    private final Map<List<String>, MemoryConversation> open = new LinkedHashMap<>();
    private final List<NewMessage> batch = new ArrayList<>();
    private @Nullable MemoryConversation current;

    @Override
    public void conversation(ConversationHeader header) {
        hand();
        List<String> key = List.of(header.source(), header.nativeId(), String.valueOf(header.subagentId()));
        current = open.computeIfAbsent(key, unused -> new MemoryConversation(header));
    }

    @Override
    public void message(NewMessage message) {
        batch.add(message);
        if (batch.size() >= BATCH) {
            hand();
        }
    }

    @Override
    public void takeBack(long from, long to) {
        hand();
        Objects.requireNonNull(current, "taken back before conversation").takeBack(from, to);
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        Objects.requireNonNull(current, "description before conversation").describe(project);
    }

    /** Returns the conversations with at least one message, in the order of the source. */
    public List<MemoryConversation> finish() {
        hand();
        return open.values().stream()
                .filter(conversation -> conversation.messages() > 0)
                .toList();
    }

    private void hand() {
        if (batch.isEmpty()) {
            return;
        }
        MemoryConversation to = Objects.requireNonNull(current, "message before conversation");
        batch.parallelStream()
                .map(message -> EncodedMessage.of(message, counter))
                .toList()
                .forEach(to::add);
        batch.clear();
    }
}
