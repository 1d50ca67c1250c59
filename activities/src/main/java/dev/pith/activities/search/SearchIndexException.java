package dev.pith.activities.search;

import java.io.IOException;
import java.nio.file.Path;

/** The files of a search index cannot be read or written; the message names the directory and the cure. */
public final class SearchIndexException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchIndexException(Path directory, IOException cause) {
        super(
                "the search index in " + directory + " cannot be used ("
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "): check its owner and the disk's free space; it may be deleted",
                cause);
    }
}
