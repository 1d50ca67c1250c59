package dev.pith.activities.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * How far an index has read a conversation.
 *
 * @param through the last message; 0 if none was read
 * @param summaries the ids of its live summaries and its gist, separated by spaces
 */
record Head(String conversation, long through, String summaries) {

    /** Returns what the index holds of a conversation. */
    static Head of(IndexSearcher index, String conversation) throws IOException {
        TopDocs found = index.search(new TermQuery(term(conversation)), 1);
        if (found.scoreDocs.length == 0) {
            return new Head(conversation, 0, "");
        }
        Document head = index.storedFields().document(found.scoreDocs[0].doc);
        return new Head(
                conversation, head.getField(Fields.THROUGH).numericValue().longValue(), head.get(Fields.SUMMARIES));
    }

    /** Returns what the index must hold of a changed conversation. */
    static Head of(SearchRows.Changed changed) {
        String live = String.join(" ", changed.summaries());
        String gist = changed.gist() == null ? "" : " " + changed.gist();
        return new Head(changed.conversation(), changed.messages(), (live + gist).strip());
    }

    /** Returns how many messages must be read of a conversation that has so many; all of a restored older one. */
    long lacking(long messages) {
        return messages < through ? messages : messages - through;
    }

    static Term term(String conversation) {
        return new Term(Fields.ID, Fields.HEAD + "-" + conversation);
    }

    List<String> summaryIds() {
        return summaries.isEmpty() ? List.of() : List.of(summaries.split(" "));
    }

    Document document() {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, Fields.HEAD, Field.Store.NO));
        document.add(new StringField(Fields.CONVERSATION, conversation, Field.Store.NO));
        document.add(new StringField(Fields.ID, term(conversation).text(), Field.Store.NO));
        document.add(new StoredField(Fields.THROUGH, through));
        document.add(new StoredField(Fields.SUMMARIES, summaries));
        return document;
    }
}
