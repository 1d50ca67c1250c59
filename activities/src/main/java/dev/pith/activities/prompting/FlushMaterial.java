package dev.pith.activities.prompting;

import dev.pith.workflows.model.Rung;
import org.jspecify.annotations.Nullable;

/**
 * The material of a memory flush.
 *
 * @param data a transcript, in its tags
 * @param project the working directory
 * @param days the recording dates; null if no message has a date
 */
public record FlushMaterial(
        String data, @Nullable String project, @Nullable String days) {

    private static final int MOST = 20;
    private static final int MOST_AGGRESSIVELY = 8;

    /** Returns the maximum number of memories requested. */
    public int most(Rung rung) {
        return rung == Rung.NORMAL ? MOST : MOST_AGGRESSIVELY;
    }

    /** Returns the text sent with the instructions at a rung of the ladder. */
    public String text(Rung rung) {
        StringBuilder text = new StringBuilder(data).append("\n\n");
        if (project != null) {
            text.append("Project: ").append(project).append('\n');
        }
        if (days != null) {
            text.append("Recorded: ").append(days).append('\n');
        }
        text.append("\nAt most ").append(most(rung)).append(" memories.");
        if (rung != Rung.NORMAL) {
            text.append(" Only the most important ones. Begin at once with [ and end with ].");
        }
        return text.toString();
    }
}
