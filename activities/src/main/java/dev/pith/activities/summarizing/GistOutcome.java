package dev.pith.activities.summarizing;

import dev.pith.activities.text.Fences;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.activities.workstate.WorkState;
import java.util.regex.Pattern;

/** The outcome part of a gist: the agent's last words, standing failures and open to-dos. */
final class GistOutcome {

    /** Matches Markdown markup, which must not appear within a line. */
    private static final Pattern MARKS =
            Pattern.compile("(?m)^[ \\t]*(?:#{1,6}|[-*+](?= )|\\|[-| :]+\\|$)\\s*|\\*\\*|^-{3,}$");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final int MOST_OPEN = 3;

    private final TokenCounter counter;
    private final WorkState workState;

    GistOutcome(TokenCounter counter, WorkState workState) {
        this.counter = counter;
        this.workState = workState;
    }

    void writeTo(Section section) {
        WorkState.Mark words = workState.words();
        if (words == null) {
            return;
        }
        String plain = MARKS.matcher(Fences.outside(words.text())).replaceAll(" ");
        String excerpt = Excerpt.of(plain.strip(), section.left() - 10, counter);
        String line = SPACE.matcher(excerpt).replaceAll(" ").strip();
        if (!line.isEmpty()) {
            section.offer(0, "- " + line);
        }
    }

    void writeOpen(Section section) {
        workState.todos().open().stream().limit(MOST_OPEN).forEach(item -> section.offer(0, "- " + item.text()));
        workState.broken().stream()
                .limit(MOST_OPEN)
                .forEach(run -> section.offer(1, "- `" + run.command() + "` failed when it ran last"));
    }
}
