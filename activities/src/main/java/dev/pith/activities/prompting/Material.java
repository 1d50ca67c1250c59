package dev.pith.activities.prompting;

import dev.pith.workflows.model.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input that follows a prompt's instructions: the data first, then the parts that vary between calls.
 *
 * @param data transcripts and summaries, in their tags
 * @param focus what the result must keep, in the user's words
 * @param project the working directory
 * @param branch the version control branch
 * @param days the days on which the messages were written; null if that is not known
 * @param place which part of the conversation this is; null for the whole conversation
 * @param cut messages whose middle was removed
 * @param budget maximum size of the result, in tokens
 */
public record Material(
        String data,
        @Nullable String focus,
        @Nullable String project,
        @Nullable String branch,
        @Nullable String days,
        @Nullable String place,
        List<Long> cut,
        int budget) {

    /** Requested share of the budget: models often exceed the requested length, and too long a reply is useless. */
    private static final double ASKED = 0.8;

    private static final double ASKED_AGGRESSIVELY = 0.5;

    /** Average number of tokens of an English word. */
    private static final double TOKENS_A_WORD = 1.4;

    /** Returns the text sent with the instructions at a rung of the ladder. */
    public String text(Rung rung) {
        StringBuilder text = new StringBuilder(data).append("\n\n");
        line(text, "Project: ", project);
        line(text, "Branch: ", branch);
        line(text, "Recorded: ", days);
        line(text, "Part: ", place);
        if (!cut.isEmpty()) {
            line(text, "Too long to be shown whole, so name them under Expand for details: messages ", cut.toString());
        }
        if (focus != null) {
            text.append("\n## Focus\nThe user asks that the summary keeps above all: ")
                    .append(focus)
                    .append('\n');
        }
        int words = (int) (budget * (rung == Rung.NORMAL ? ASKED : ASKED_AGGRESSIVELY) / TOKENS_A_WORD);
        text.append("\nLength: at most ").append(Math.max(20, words)).append(" words.");
        if (rung == Rung.AGGRESSIVE) {
            text.append(" Keep constraints, decisions, open work and exact names; drop the course of events.")
                    .append(" Begin at once with the first heading.");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, @Nullable String value) {
        if (value != null) {
            text.append(label).append(value).append('\n');
        }
    }
}
