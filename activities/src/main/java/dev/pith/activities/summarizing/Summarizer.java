package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.text.WordSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes summaries. Implementations are thread-safe. */
public interface Summarizer {

    /** Its name and version: a part of what makes a stored chunk summary reusable. */
    String name();

    /** What else makes its summary of the same messages another one. */
    default String variant() {
        return "";
    }

    /** Version and hash of the prompt that it asks a model with; null where it asks none. */
    default @Nullable String promptHash() {
        return null;
    }

    /**
     * Summarizes a stretch.
     *
     * @param messages in order; read once
     * @param wish what the result is to be
     */
    Draft summarize(Stream<StoredMessage> messages, Wish wish);

    /**
     * Makes one summary of neighboring ones.
     *
     * @param parts in order: the anchor where there is one, then the chunks
     * @param pinned a request that must stand in it word for word
     */
    Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish);

    /** What kind of text is written. */
    enum Form {
        /** One that the work goes on from. */
        SUMMARY,
        /** One by which the conversation is found again. */
        GIST
    }

    /**
     * What a summary is to be.
     *
     * @param budget the most tokens it may take; a pinned request comes on top
     * @param focus what it must keep, in the user's words
     * @param project the working directory, from which paths are told; null where it is not known
     * @param branch the version control branch as far as the source told; null where it did not
     * @param form what kind of text it is to be
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

        /** For a summary. */
        public Wish(int budget, @Nullable String focus, @Nullable String project, @Nullable String branch) {
            this(budget, focus, project, branch, Form.SUMMARY);
        }

        /** The words of the focus that carry meaning, in lower case; none where there is no focus. */
        Set<String> focusWords() {
            return focus == null ? Set.of() : WordSet.of(focus);
        }
    }

    /**
     * The summary of a stretch.
     *
     * @param digest what was read for it, where that was kept
     * @param byModel whether a model wrote the text, so that it says more than the digest
     */
    record Part(
            long fromSeq, long toSeq, String text, @Nullable String digest, boolean byModel) {}

    /**
     * A written summary.
     *
     * @param digest what a later merge continues from; null where there is none
     */
    record Draft(String text, @Nullable String digest, int tokens) {}
}
