package dev.pith.starter.engine;

/** What is asked about runs on another Temporal, which alone can tell how far it is. */
public final class ElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ElsewhereException(String what, String told, String cancel) {
        super(what + " on " + told
                + ", to which this command is not connected: connect to that, or where it is gone for"
                + " good, end it (" + cancel + ")");
    }
}
