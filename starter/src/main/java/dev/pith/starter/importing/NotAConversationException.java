package dev.pith.starter.importing;

/** A source that holds no conversation Pith can read. Nothing of it has been sent to the sink. */
public final class NotAConversationException extends Exception {

    private static final long serialVersionUID = 1L;

    static final String EXPECTED =
            "a session of Claude Code, Codex, opencode or pi, chat messages as JSON or JSON lines,"
                    + " or a dialogue as UTF-8 text";

    private final String source;

    NotAConversationException(String source, String found) {
        super(source + ": found " + found + ", expected " + EXPECTED);
        this.source = source;
    }

    /** The file, folder or stream that was refused. */
    public String source() {
        return source;
    }
}
