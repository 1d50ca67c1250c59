package dev.pith.activities.prompting;

import dev.pith.activities.hashing.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The instructions of each kind of call. They do not vary between calls, so that endpoints can cache them. */
public enum Prompt {
    /** A part of a conversation becomes a summary. */
    CHUNK,
    /** An earlier summary and the messages since become a summary. */
    UPDATE,
    /** Summaries of neighboring parts become one. */
    MERGE,
    /** A conversation becomes a few sentences beside it. */
    GIST,
    /** Summaries of a level become one of the next. */
    CONDENSE,
    /** A part of a conversation becomes memories. */
    FLUSH;

    /** Counted up with every change of meaning; the hash tells every change. */
    public static final int VERSION = 1;

    private static final int HASH_DIGITS = 16;

    private final String text;
    private final String hash;

    Prompt() {
        this.text = read(name().toLowerCase(Locale.ROOT))
                .replace("{{rules}}", read("rules"))
                .strip();
        this.hash = VERSION + "-" + Sha256.hex(text).substring(0, HASH_DIGITS);
    }

    /** The instructions. */
    public String text() {
        return text;
    }

    /** Version and hash, as stored with every summary. */
    public String hash() {
        return hash;
    }

    private static String read(String name) {
        String resource = "/prompts/" + name + ".txt";
        try (InputStream in = Objects.requireNonNull(Prompt.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
