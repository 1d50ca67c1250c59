package dev.pith.starter.cli.service;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.starter.cli.command.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a worker's messages in the form of its log lines, with time, level and name. */
final class WorkerLines extends Writer {

    private static final String WARNING = "pith: ";

    private final Logger log = LoggerFactory.getLogger("dev.pith.Worker");
    private final StringBuilder line = new StringBuilder();

    private WorkerLines() {}

    /** Returns a terminal whose messages are logged. Must be called after {@link WorkerLog#on}. */
    static Terminal of(Terminal terminal) {
        PrintWriter lines = new PrintWriter(new WorkerLines(), true);
        return new Terminal(terminal.out(), lines, terminal.quiet(), terminal.verbose(), false, false);
    }

    @Override
    public void write(char[] text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (text[i] == '\n') {
                log();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void log() {
        String said = ControlCharacters.visible(line.toString());
        line.setLength(0);
        if (said.startsWith(WARNING)) {
            log.warn(said.substring(WARNING.length()));
        } else {
            log.info(said);
        }
    }

    /** Does nothing: a line is written when it ends. */
    @Override
    public void flush() {}

    @Override
    public void close() {}
}
