package dev.pith.starter.cli.service;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.starter.cli.command.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a worker says among the lines that it logs, in the same form: with the time, the level and a name. */
final class WorkerLines extends Writer {

    private static final String WARNING = "pith: ";

    private final Logger log = LoggerFactory.getLogger("dev.pith.Worker");
    private final StringBuilder line = new StringBuilder();

    private WorkerLines() {}

    /** A terminal whose messages are logged; to be called after {@link WorkerLog#on}. */
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

    /** A line is written when it has ended. */
    @Override
    public void flush() {}

    @Override
    public void close() {}
}
