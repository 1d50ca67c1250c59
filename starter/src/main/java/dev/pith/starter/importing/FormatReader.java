package dev.pith.starter.importing;

import java.io.IOException;

/** Reads one format that has been recognized. */
interface FormatReader {
    void read(ImportRun run) throws IOException;
}
