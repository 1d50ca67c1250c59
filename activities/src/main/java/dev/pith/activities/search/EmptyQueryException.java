package dev.pith.activities.search;

/** The query holds no word that could be found, such as one of punctuation only. */
public final class EmptyQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmptyQueryException(String text) {
        super("the query " + (text.isBlank() ? "is empty" : "\"" + text.strip() + "\" holds no word")
                + ": search for a word, a number, a path or Chinese characters");
    }
}
