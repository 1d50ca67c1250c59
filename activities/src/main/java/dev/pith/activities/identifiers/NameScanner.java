package dev.pith.activities.identifiers;

/** Finds names in texts; {@link IdentifierScanner#scan} does. */
@FunctionalInterface
public interface NameScanner {

    /** Reports every identifier of a text, as often as it stands there. */
    void scan(String text, IdentifierScanner.Found found);
}
