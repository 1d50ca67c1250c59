package dev.pith.activities.redaction;

import java.util.Map;
import java.util.function.Function;

/** Redacts the texts of one call and counts what it took out. Not thread-safe. */
public final class Redactor {

    private final Function<String, Redacted> redaction;
    private int taken;

    private Redactor(Function<String, Redacted> redaction) {
        this.redaction = redaction;
    }

    /** One that takes secrets out. */
    public static Redactor on() {
        return new Redactor(Redaction::of);
    }

    /** One that leaves every text as it is. */
    public static Redactor off() {
        return new Redactor(text -> new Redacted(text, Map.of()));
    }

    /** The text without its secrets. */
    public String apply(String text) {
        Redacted redacted = redaction.apply(text);
        taken += redacted.total();
        return redacted.text();
    }

    /** How many secrets were taken out so far. */
    public int taken() {
        return taken;
    }
}
