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
    /** Summarizes a part of a conversation as a leaf of the layers, which stays beside its neighbors. */
    LEAF,
    /** Condenses leaves: the chronology. */
    CONDENSE,
    /** Condenses summaries of level 1: the course of the work. */
    COURSE,
    /** Condenses summaries of level 2 and above: what lasts. */
    LASTING,
    /** Extracts memories from a part of a conversation. */
    FLUSH;

    /** Incremented with every change of meaning; the hash detects every change. */
    public static final int VERSION = 2;

    private static final int HASH_DIGITS = 16;

    private final String text;
    private final String hash;

    Prompt() {
        this.text = read(name().toLowerCase(Locale.ROOT))
                .replace("{{rules}}", read("rules"))
                .strip();
        this.hash = VERSION + "-" + Sha256.hex(text).substring(0, HASH_DIGITS);
    }

    /** Returns the prompt that writes a condensed summary of a level, at least 1. */
    public static Prompt ofLevel(int level) {
        return level == 1 ? CONDENSE : level == 2 ? COURSE : LASTING;
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
