package dev.pith.activities.redaction;

import java.util.Map;
import java.util.function.Function;

/** Redacts the texts of one call and counts the removed secrets. Not thread-safe. */
public final class Redactor {

    private final Function<String, Redacted> redaction;
    private int taken;

    private Redactor(Function<String, Redacted> redaction) {
        this.redaction = redaction;
    }

    /** Returns a redactor that removes secrets. */
    public static Redactor on() {
        return new Redactor(Redaction::of);
    }

    /** Returns a redactor that does not change any text. */
    public static Redactor off() {
        return new Redactor(text -> new Redacted(text, Map.of()));
    }

    /** Returns the text without its secrets. */
    public String apply(String text) {
        Redacted redacted = redaction.apply(text);
        taken += redacted.total();
        return redacted.text();
    }

    /** Returns the number of secrets removed so far. */
    public int taken() {
        return taken;
    }
}
