package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.text.WordSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes summaries. Implementations are thread-safe. */
public interface Summarizer {

    /** Returns the name and version of the summarizer, a part of the key of stored chunk summaries. */
    String name();

    /** Returns everything else that changes its summary of the same messages, a part of the same key. */
    default String variant() {
        return "";
    }

    /** Returns the version and hash of its prompt; null without a model. */
    default @Nullable String promptHash() {
        return null;
    }

    /**
     * Summarizes a section of a conversation.
     *
     * @param messages in order; read once
     * @param wish the required result
     */
    Draft summarize(Stream<StoredMessage> messages, Wish wish);

    /**
     * Merges neighboring summaries into one.
     *
     * @param parts in order: the anchors, if any, then the chunks
     * @param pinned a request that the result must contain word for word; null for none
     */
    Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish);

    /** The kind of a text. */
    enum Form {
        /** A text from which the work continues. */
        SUMMARY,
        /** A text by which the conversation is found again. */
        GIST
    }

    /**
     * The required summary.
     *
     * @param budget the most tokens, at least 1; a pinned request comes on top
     * @param focus what it must keep, in the user's words; null without a focus
     * @param project the working directory, which paths are relative to; null if unknown
     * @param branch the version control branch by the source; null if unknown
     * @param form the kind of text
     */
    record Wish(
            int budget,
            @Nullable String focus,
            @Nullable String project,
            @Nullable String branch,
            Form form) {
        public Wish {
            if (budget < 1) {
                throw new IllegalArgumentException("budget is " + budget + " tokens, must be at least 1");
            }
        }

        /** Creates a wish for a summary. */
        public Wish(int budget, @Nullable String focus, @Nullable String project, @Nullable String branch) {
            this(budget, focus, project, branch, Form.SUMMARY);
        }

        /** Returns the significant words of the focus in lower case; none without a focus. */
        Set<String> focusWords() {
            return focus == null ? Set.of() : WordSet.of(focus);
        }
    }

    /**
     * The summary of a section, as the input of a merge.
     *
     * @param digest the digest of the messages that it summarizes; null if none is stored
     * @param byModel whether a model wrote the text, which then says more than the digest
     */
    record Part(
            long fromSeq, long toSeq, String text, @Nullable String digest, boolean byModel) {}

    /**
     * A written summary.
     *
     * @param digest the digest that a later merge continues from; null without one
     * @param tokens the tokens of the text
     */
    record Draft(String text, @Nullable String digest, int tokens) {}
}
