package dev.pith.activities.search;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.SearchRows.Covering;
import dev.pith.activities.search.SearchRows.Remembered;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;

/** Reads results from the store, which has their texts. What is no longer there is no result. */
record ResultReader(Database database, Snippets snippets) {

    Optional<SearchResult> read(Document document, float score) throws IOException {
        ItemKind kind = ItemKind.valueOf(document.get(Fields.KIND).toUpperCase(Locale.ROOT));
        String conversation = document.get(Fields.CONVERSATION);
        long seq = document.getField(Fields.SEQ).numericValue().longValue();
        return switch (kind) {
            case MESSAGE -> message(conversation, seq, score);
            case SUMMARY, GIST -> summary(kind, document.get(Fields.ID), score);
            case MEMORY -> memory(document.get(Fields.ID), score);
        };
    }

    private Optional<SearchResult> message(String conversation, long seq, float score) throws IOException {
        Optional<StoredMessage> stored = database.table(Messages.class).at(conversation, seq);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        StoredMessage message = stored.get().legible();
        return Optional.of(new SearchResult(
                ItemKind.MESSAGE,
                conversation,
                seq,
                null,
                message.created(),
                message.role(),
                message.origin(),
                snippets.of(SearchText.of(message)),
                null,
                score));
    }

    private Optional<SearchResult> summary(ItemKind kind, String id, float score) throws IOException {
        Optional<Summary> stored = database.table(Summaries.class).find(id);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Summary summary = stored.get();
        String snippet = snippets.of(summary.text());
        return Optional.of(new SearchResult(
                kind, summary.conversation(), summary.toSeq(), id, summary.latest(), null, null, snippet, null, score));
    }

    private Optional<SearchResult> memory(String id, float score) throws IOException {
        List<Remembered> stored = database.table(SearchRows.class).memories(List.of(id));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Remembered memory = stored.get(0);
        return Optional.of(new SearchResult(
                ItemKind.MEMORY,
                memory.conversation(),
                memory.toSeq(),
                id,
                SearchRows.time(memory.day()),
                null,
                Origin.valueOf(memory.source().toUpperCase(Locale.ROOT)),
                snippets.of(memory.text()),
                null,
                score));
    }

    /** Adds the summaries that cover the messages. */
    List<SearchResult> covered(List<SearchResult> found) {
        List<SearchResult> messages = found.stream()
                .filter(result -> result.kind() == ItemKind.MESSAGE)
                .toList();
        Map<String, String> summaries = new HashMap<>();
        for (Covering covering : database.table(SearchRows.class)
                .covering(
                        messages.stream().map(SearchResult::conversation).toList(),
                        messages.stream().map(SearchResult::seq).toList())) {
            summaries.put(covering.conversation() + " " + covering.seq(), covering.summary());
        }
        return found.stream()
                .map(result -> result.kind() == ItemKind.MESSAGE
                        ? result.coveredBy(summaries.get(result.conversation() + " " + result.seq()))
                        : result)
                .toList();
    }
}
