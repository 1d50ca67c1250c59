package dev.pith.starter.importing;

import dev.pith.starter.wording.Numbers;
import org.jspecify.annotations.Nullable;

/** A source holds no conversation that Pith can read. Nothing of it has been sent to the sink. */
public final class NotAConversationException extends Exception {

    private static final long serialVersionUID = 1L;

    static final String EXPECTED = "a session of Claude Code, Codex, opencode, pi, Gemini CLI, Copilot CLI,"
            + " Qwen Code, Cursor, Kimi Code, OpenClaw, Hermes, Goose, Droid, Grok or Antigravity, an export of ChatGPT or Claude.ai, chat messages as JSON or JSON lines, or a dialogue as UTF-8 text";

    private final String source;
    private final String found;
    private final boolean foreign;

    NotAConversationException(String source, String found) {
        this(source, found, false);
    }

    NotAConversationException(String source, String found, boolean foreign) {
        this(source, found, null, foreign);
    }

    private NotAConversationException(String source, String found, @Nullable String cure, boolean foreign) {
        super(source + ": found " + found + (cure == null ? ", expected " + EXPECTED : ": " + cure));
        this.source = source;
        this.found = found;
        this.foreign = foreign;
    }

    private NotAConversationException(String source) {
        super(source + " does not exist: name a file or folder that does");
        this.source = source;
        this.found = "no file";
        this.foreign = false;
    }

    /** Returns the exception for a path that does not exist. */
    static NotAConversationException missing(String path) {
        return new NotAConversationException(path);
    }

    /**
     * Returns the exception for a problem whose cause is certain.
     *
     * @param cure what to do about it; null if that is not known, then the message lists what is read
     */
    static NotAConversationException cured(String source, String found, @Nullable String cure) {
        return new NotAConversationException(source, found, cure, false);
    }

    /**
     * Returns the exception for a folder in which nothing was found, but something cannot be read.
     *
     * @param entries how many files and folders
     */
    static NotAConversationException unreadable(String folder, int entries) {
        String found = "no conversation, and " + Numbers.of(entries, "entry", "entries") + " that cannot be read";
        return cured(folder, found, "let this user read what is in it");
    }

    /** Returns whether the source is intact, but belongs to another program or has no message yet. */
    public boolean foreign() {
        return foreign;
    }

    /** Returns the file, folder or stream that was refused. */
    public String source() {
        return source;
    }

    /** Returns what was found instead of a conversation: a noun phrase. */
    public String found() {
        return found;
    }
}
