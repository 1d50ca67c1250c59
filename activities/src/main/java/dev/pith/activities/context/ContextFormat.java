package dev.pith.activities.context;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The formats of a context. */
public enum ContextFormat {
    /** For people, and for pasting into any tool. */
    TEXT {
        @Override
        public void write(ContextReading context, Writer out) throws IOException {
            new TextContext(out).write(context);
        }
    },
    /** OpenAI chat completions: an object with {@code messages}. */
    OPENAI {
        @Override
        public void write(ContextReading context, Writer out) throws IOException {
            new OpenAiContext().writeTo(out, context);
        }
    },
    /** Anthropic messages: an object with {@code messages}, and {@code system} if there are system messages. */
    ANTHROPIC {
        @Override
        public void write(ContextReading context, Writer out) throws IOException {
            new AnthropicContext(context).writeTo(out, context);
        }
    },
    /** Pith's own format: an object with all fields of each entry. */
    JSON {
        @Override
        public void write(ContextReading context, Writer out) throws IOException {
            new JsonContext(context).writeTo(out, context);
        }
    };

    /** Writes a context. Does not close the writer. */
    public abstract void write(ContextReading context, Writer out) throws IOException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
