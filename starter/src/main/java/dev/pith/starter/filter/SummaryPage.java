package dev.pith.starter.filter;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.RefusedCharacters;
import java.util.ArrayList;
import java.util.List;

/** The summaries of a file's conversations as one text; several conversations have headings. */
public final class SummaryPage {

    private final boolean headings;
    private final StringBuilder text = new StringBuilder();
    private final List<String> withoutWords = new ArrayList<>();

    SummaryPage(int conversations) {
        headings = conversations > 1;
    }

    void add(String name, String summary) {
        if (summary.isEmpty()) {
            withoutWords.add(name);
            return;
        }
        if (headings) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("# ")
                    .append(RefusedCharacters.replace(ControlCharacters.without(name)))
                    .append("\n\n");
        }
        text.append(RefusedCharacters.replace(ControlCharacters.without(summary)))
                .append('\n');
    }

    /** Returns the whole page, which ends with a line feed; empty if no conversation has a summary. */
    public String text() {
        return text.toString();
    }

    /** Returns the names of the conversations without a summary, which are left out. */
    public List<String> withoutWords() {
        return List.copyOf(withoutWords);
    }
}
