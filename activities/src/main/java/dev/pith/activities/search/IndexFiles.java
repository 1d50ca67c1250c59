package dev.pith.activities.search;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of an index: deleted where they are damaged, since the store has everything to build them anew. */
record IndexFiles(FSDirectory directory) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    /** Work with an index. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does work; if the index is damaged, clears it and does the work again. */
    <T> T mended(Work<T> work, Runnable clear) {
        try {
            try {
                return work.done();
            } catch (IOException | IndexOutOfBoundsException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                LOG.warn(
                        "the search index in {} is damaged ({}) and is built anew",
                        directory.getDirectory(),
                        e.getClass().getSimpleName());
                clear.run();
                return work.done();
            }
        } catch (IOException e) {
            throw new SearchIndexException(directory.getDirectory(), e);
        }
    }

    /** Lucene reads damaged files with any exception; what the file system refuses is no damage, except a missing file. */
    private static boolean isDamage(Exception e) {
        boolean refused = e instanceof FileSystemException && !(e instanceof NoSuchFileException);
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return !refused && !full && !(e instanceof LockObtainFailedException);
    }

    void delete() {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        } catch (IOException e) {
            throw new SearchIndexException(directory.getDirectory(), e);
        }
    }
}
