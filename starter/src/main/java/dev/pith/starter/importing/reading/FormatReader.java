package dev.pith.starter.importing.reading;

import java.io.IOException;

/** Reads one format that has been recognized. */
public interface FormatReader {
    void read(ImportRun run) throws IOException;
}
