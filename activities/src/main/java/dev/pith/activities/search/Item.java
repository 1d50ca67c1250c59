package dev.pith.activities.search;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import java.time.Instant;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** Turns rows of the store into index documents. */
final class Item {

    private Item() {}

    static Document of(String conversation, StoredMessage message) {
        Document document = document(ItemKind.MESSAGE, conversation, message.seq(), message.created());
        keyword(document, Fields.ROLE, message.role().name());
        keyword(document, Fields.ORIGIN, message.origin().name());
        text(document, SearchText.of(message));
        return document;
    }

    static Document of(Summary summary) {
        ItemKind kind = summary.kind().equals("gist") ? ItemKind.GIST : ItemKind.SUMMARY;
        Document document = document(kind, summary.conversation(), summary.toSeq(), summary.latest());
        document.add(new StringField(Fields.ID, summary.id(), Field.Store.YES));
        text(document, summary.text());
        return document;
    }

    static Document of(SearchRows.Remembered memory) {
        Document document =
                document(ItemKind.MEMORY, memory.conversation(), memory.toSeq(), SearchRows.time(memory.day()));
        document.add(new StringField(Fields.ID, memory.id(), Field.Store.YES));
        keyword(document, Fields.ORIGIN, memory.source());
        text(document, memory.text());
        return document;
    }

    private static Document document(ItemKind kind, String conversation, long seq, @Nullable Instant time) {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, kind.lower(), Field.Store.YES));
        document.add(new StringField(Fields.CONVERSATION, conversation, Field.Store.YES));
        document.add(new StoredField(Fields.SEQ, seq));
        if (time != null) {
            document.add(new LongPoint(Fields.CREATED, time.toEpochMilli()));
        }
        return document;
    }

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    private static void text(Document document, String text) {
        document.add(new TextField(Fields.TEXT, text, Field.Store.NO));
    }
}
