package dev.pith.starter.filter;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.RefusedCharacters;
import java.util.ArrayList;
import java.util.List;

/** The summaries of a file's conversations as one text; where there are several, each under a heading. */
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

    /** The whole page, ending with a line feed; empty where no conversation had anything to tell. */
    public String text() {
        return text.toString();
    }

    /** The names of the conversations that had nothing to tell and are left out. */
    public List<String> withoutWords() {
        return List.copyOf(withoutWords);
    }
}
