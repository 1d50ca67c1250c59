package dev.pith.activities.summarizing;

import dev.pith.activities.facts.FactList;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;

/** The section of a summary with keys and their values. */
final class FactSection {

    private static final String TITLE = "## Facts, as last said";

    /** Tokens of the title. */
    private static final int TITLE_TOKENS = 12;

    private FactSection() {}

    /**
     * Returns the section; empty if no fact fits or all are said.
     *
     * @param above texts that the reader has; what they say is left out
     * @param room the most tokens
     */
    static Section of(Digest digest, List<String> above, int room, TokenCounter counter) {
        Section section = new Section(counter, TITLE, room);
        String lines = new FactList(digest.facts(), above, digest.days(), counter).fitting(room - TITLE_TOKENS);
        if (!lines.isEmpty()) {
            section.offer(0, lines.stripTrailing());
        }
        return section;
    }
}
