package dev.pith.starter.importing;

/** A source that holds no conversation Pith can read. Nothing of it has been sent to the sink. */
public final class NotAConversationException extends Exception {

    private static final long serialVersionUID = 1L;

    static final String EXPECTED =
            "a session of Claude Code, Codex, opencode, pi or Gemini CLI, an export of ChatGPT or Claude.ai,"
                    + " chat messages as JSON or JSON lines, or a dialogue as UTF-8 text";

    private final String source;
    private final boolean foreign;

    NotAConversationException(String source, String found) {
        this(source, found, false);
    }

    NotAConversationException(String source, String found, boolean foreign) {
        super(source + ": found " + found + ", expected " + EXPECTED);
        this.source = source;
        this.foreign = foreign;
    }

    private NotAConversationException(String source) {
        super(source + " does not exist: name a file or folder that does");
        this.source = source;
        this.foreign = false;
    }

    /** There is nothing at this path. */
    static NotAConversationException missing(String path) {
        return new NotAConversationException(path);
    }

    /** Whether what was found is sound, but of another program or without a message yet: nothing is wrong with it. */
    public boolean foreign() {
        return foreign;
    }

    /** The file, folder or stream that was refused. */
    public String source() {
        return source;
    }
}
