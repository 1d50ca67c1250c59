package dev.pith.activities.search;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The search index of a store. Thread-safe.
 *
 * <p>An index that is damaged, cut off or of another format is deleted and built anew.
 */
public final class SearchIndex implements AutoCloseable {

    /** Lucene logs advice on the Java version, which is no use to users. The JDK forgets loggers that nothing refers to. */
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private static final double BUFFER_MEGABYTES = 48;

    private final Database database;
    private final FSDirectory directory;
    private final IndexFiles files;
    private @Nullable SearcherManager searchers;

    private SearchIndex(Database database, FSDirectory directory) {
        this.database = database;
        this.directory = directory;
        this.files = new IndexFiles(directory);
    }

    /**
     * Opens the index of a store; it is created by the first {@link #update}.
     *
     * @param parent the directory of the indexes of all stores
     * @throws SearchIndexException if the directory cannot be used
     */
    public static SearchIndex open(Path parent, Database database) {
        Path own = parent.resolve(database.storeId());
        try {
            return new SearchIndex(database, FSDirectory.open(own));
        } catch (IOException e) {
            throw new SearchIndexException(own, e);
        }
    }

    /**
     * Brings the index up to date with the store.
     *
     * @param progress is told from time to time how many messages were added
     * @return false if another process updates the index at the moment; searches then use what it has committed
     * @throws SearchIndexException if the index cannot be written
     */
    public synchronized boolean update(LongConsumer progress) {
        return files.mended(
                () -> {
                    SearcherManager open = newest();
                    if (open == null) {
                        return write(new Commit(0), progress);
                    }
                    IndexSearcher index = open.acquire();
                    try {
                        Map<String, String> data = data(index);
                        if (!Commit.isCurrent(data)) {
                            clear();
                            return write(new Commit(0), progress);
                        }
                        Commit last = Commit.of(data);
                        return Pending.of(database, index, last.watermark()).isEmpty() || write(last, progress);
                    } finally {
                        open.release(index);
                    }
                },
                this::clear);
    }

    /** Returns whether there is an index to search. */
    public boolean exists() {
        return files.mended(() -> newest() != null, this::clear);
    }

    /** Deletes the index; the next update builds it anew. */
    public synchronized void clear() {
        close();
        files.delete();
    }

    /**
     * Returns the best results, best first. Searches what the last {@link #update}, of any process, has read.
     *
     * @throws EmptyQueryException if the query holds no word
     * @throws SearchIndexException if the index cannot be read
     */
    public List<SearchResult> search(SearchQuery query) {
        Searching searching = new Searching(database, query);
        return files.mended(
                () -> {
                    SearcherManager open = newest();
                    if (open == null) {
                        return List.of();
                    }
                    IndexSearcher index = open.acquire();
                    try {
                        return searching.in(index);
                    } finally {
                        open.release(index);
                    }
                },
                this::clear);
    }

    private static Map<String, String> data(IndexSearcher index) throws IOException {
        return ((DirectoryReader) index.getIndexReader()).getIndexCommit().getUserData();
    }

    private boolean write(Commit last, LongConsumer progress) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(TextAnalyzer.OF_TEXT)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(new ErasingMergePolicy())
                .setCommitOnClose(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            new IndexUpdate(database, writer, progress).run(last);
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        }
    }

    /** Returns searchers of the newest commit; null if there is none. */
    private synchronized @Nullable SearcherManager newest() throws IOException {
        if (searchers != null) {
            searchers.maybeRefreshBlocking();
        } else if (DirectoryReader.indexExists(directory)) {
            searchers = new SearcherManager(directory, null);
        }
        return searchers;
    }

    @Override
    public synchronized void close() {
        try {
            if (searchers != null) {
                searchers.close();
                searchers = null;
            }
        } catch (IOException e) {
            throw new SearchIndexException(directory.getDirectory(), e);
        }
    }
}
