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
    /** Summarizes a part of a conversation. */
    CHUNK,
    /** Updates an earlier summary with the messages since. */
    UPDATE,
    /** Merges summaries of neighboring parts. */
    MERGE,
    /** Writes a gist: a few sentences about a conversation. */
    GIST,
    /** Condenses summaries of one level into one of the next level. */
    CONDENSE,
    /** Extracts memories from a part of a conversation. */
    FLUSH;

    /** Incremented with every change of meaning; the hash detects every change. */
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

    /** Returns the instructions. */
    public String text() {
        return text;
    }

    /** Returns version and hash, as stored with every summary. */
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
