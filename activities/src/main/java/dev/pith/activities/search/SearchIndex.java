package dev.pith.activities.search;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
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

    /** Held by an update, for minutes if the store is large; searches go on meanwhile. */
    private final ReentrantLock updating = new ReentrantLock();

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
     * Brings the index up to date with the store. Waits for another update of this process; searches do not wait.
     *
     * @return false if another process updates the index at the moment; searches then use what it has committed
     * @throws SearchIndexException if the index cannot be written
     */
    public boolean update(IndexProgress progress) {
        updating.lock();
        try {
            return files.mended(() -> updated(progress), this::clear);
        } finally {
            updating.unlock();
        }
    }

    private boolean updated(IndexProgress progress) throws IOException {
        IndexSearcher index = acquire();
        if (index == null) {
            return write(new Commit(0), progress);
        }
        try {
            Map<String, String> data = data(index);
            if (!Commit.isCurrent(data)) {
                clear();
                return write(new Commit(0), progress);
            }
            Commit last = Commit.of(data);
            return Pending.of(database, index, last.watermark()).isEmpty() || write(last, progress);
        } finally {
            release(index);
        }
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
                    IndexSearcher index = acquire();
                    if (index == null) {
                        return List.of();
                    }
                    try {
                        return searching.in(index);
                    } finally {
                        release(index);
                    }
                },
                this::clear);
    }

    private static Map<String, String> data(IndexSearcher index) throws IOException {
        return ((DirectoryReader) index.getIndexReader()).getIndexCommit().getUserData();
    }

    private boolean write(Commit last, IndexProgress progress) throws IOException {
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

    /** Returns a searcher of the newest commit, to be released; null if there is none. */
    private synchronized @Nullable IndexSearcher acquire() throws IOException {
        SearcherManager open = newest();
        return open == null ? null : open.acquire();
    }

    /** Releases a searcher, whose manager may have been closed meanwhile. */
    private static void release(IndexSearcher index) throws IOException {
        index.getIndexReader().decRef();
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
