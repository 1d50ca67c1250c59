package dev.pith.activities.identifiers;

/** Finds names in texts. The default is {@link IdentifierScanner#scan}. */
@FunctionalInterface
public interface NameScanner {

    /** Reports every occurrence of every identifier in a text. */
    void scan(String text, IdentifierScanner.Found found);
}
