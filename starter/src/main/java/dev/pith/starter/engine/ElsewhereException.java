package dev.pith.starter.engine;

/** The requested work runs on another Temporal; only that one knows its progress. */
public final class ElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ElsewhereException(String what, String told, String cancel) {
        super(what + " on " + told
                + ", to which this command is not connected: connect to that, or where it is gone for"
                + " good, end it (" + cancel + ")");
    }
}
