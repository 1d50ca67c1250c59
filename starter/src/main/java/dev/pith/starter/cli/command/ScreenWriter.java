package dev.pith.starter.cli.command;

import dev.pith.activities.conversation.ControlCharacters;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Supplier;

/**
 * Writes to a terminal. What a session, a file's name or a provider holds of control characters is spelled out, so that a
 * terminal shows it and does not act on it; only what Pith itself sends with {@link #control} or {@link #asItIs} passes.
 */
public final class ScreenWriter extends PrintWriter {

    private boolean asItIs;

    /** Writes to this terminal; println flushes where asked. */
    public ScreenWriter(Writer terminal, boolean autoFlush) {
        super(terminal, autoFlush);
    }

    /** Sends a sequence of Pith's own, such as a color. */
    void control(String sequence) {
        super.write(sequence, 0, sequence.length());
    }

    /** Lets pass what is written meanwhile: for text that is Pith's own, such as the colored help. */
    public <T> T asItIs(Supplier<T> writing) {
        asItIs = true;
        try {
            return writing.get();
        } finally {
            asItIs = false;
        }
    }

    @Override
    public void write(int c) {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int count) {
        write(new String(text, from, count), 0, count);
    }

    @Override
    public void write(String text, int from, int count) {
        String shown = text.substring(from, from + count);
        shown = asItIs ? shown : ControlCharacters.visible(shown);
        super.write(shown, 0, shown.length());
    }
}
