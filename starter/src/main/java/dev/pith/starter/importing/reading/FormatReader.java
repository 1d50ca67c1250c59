package dev.pith.starter.importing.reading;

import java.io.IOException;

/** Reads a source whose format has been detected. */
public interface FormatReader {
    void read(ImportRun run) throws IOException;
}
