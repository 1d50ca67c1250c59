package dev.pith.activities.search;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search: its query with filters, and its results. */
final class Searching {

    private final Database database;
    private final SearchQuery query;
    private final Query words;

    Searching(Database database, SearchQuery query) {
        this.database = database;
        this.query = query;
        this.words = QueryReader.of(query.text());
    }

    List<SearchResult> in(IndexSearcher index) throws IOException {
        ScoreDoc[] best = index.search(filtered(), query.limit()).scoreDocs;
        ResultReader results = new ResultReader(database, new Snippets(words));
        List<SearchResult> found = new ArrayList<>();
        for (ScoreDoc hit : best) {
            Document document = index.storedFields().document(hit.doc);
            results.read(document, hit.score).ifPresent(found::add);
        }
        return results.covered(found);
    }

    private Query filtered() {
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(words, Occur.MUST);
        only(filtered, Fields.KIND, query.kind());
        only(filtered, Fields.ROLE, query.role());
        only(filtered, Fields.ORIGIN, query.origin());
        if (query.conversation() != null) {
            filtered.add(new TermQuery(new Term(Fields.CONVERSATION, query.conversation())), Occur.FILTER);
        }
        if (query.project() != null || query.source() != null || query.branch() != null) {
            List<BytesRef> passing = database.table(SearchRows.class).passing(query).stream()
                    .map(BytesRef::new)
                    .toList();
            filtered.add(new TermInSetQuery(Fields.CONVERSATION, passing), Occur.FILTER);
        }
        if (query.since() != null || query.until() != null) {
            filtered.add(
                    LongPoint.newRangeQuery(
                            Fields.CREATED,
                            millis(query.since(), Long.MIN_VALUE),
                            millis(query.until(), Long.MAX_VALUE) - 1),
                    Occur.FILTER);
        }
        return filtered.build();
    }

    private static void only(BooleanQuery.Builder filtered, String field, @Nullable Enum<?> value) {
        if (value != null) {
            filtered.add(new TermQuery(new Term(field, value.name().toLowerCase(Locale.ROOT))), Occur.FILTER);
        }
    }

    private static long millis(@Nullable Instant time, long none) {
        return time == null ? none : time.toEpochMilli();
    }
}
