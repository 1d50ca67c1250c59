package dev.pith.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene as it comes: its standard analyzer, and any word of the question. */
final class PlainBm25 implements AutoCloseable {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final DirectoryReader reader;

    PlainBm25(RecallCase conversation) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            long seq = 0;
            for (RecallCase.Said said : conversation.messages()) {
                Document document = new Document();
                document.add(new TextField("text", said.content(), Field.Store.NO));
                document.add(new StoredField("seq", ++seq));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    /** Returns the numbers of the best messages, best first. */
    List<Long> best(String question, int limit) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        try (TokenStream words = analyzer.tokenStream("text", question)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                any.add(new TermQuery(new Term("text", word.toString())), Occur.SHOULD);
            }
            words.end();
        }
        IndexSearcher index = new IndexSearcher(reader);
        List<Long> best = new ArrayList<>();
        for (ScoreDoc hit : index.search(any.build(), limit).scoreDocs) {
            best.add(index.storedFields()
                    .document(hit.doc)
                    .getField("seq")
                    .numericValue()
                    .longValue());
        }
        return best;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
