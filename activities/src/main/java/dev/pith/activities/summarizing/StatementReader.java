package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads texts into statements, sentence by sentence. Not thread-safe. */
final class StatementReader {

    /** A sentence that points back is joined to the one before it, up to so many characters. */
    private static final int LONGEST_JOINED = 260;

    private static final Pattern POINTING_BACK = Pattern.compile(
            "(?i)(?:(?:but|so|and|then) )?(?:(?:this|that|that's|these|those|it|it's|they|both)\\b|这|那|它|これ|それ)");

    private static final String ENDS = ".!)。！";

    private List<Statement> statements = new ArrayList<>();

    /**
     * Reads a text. An agent's questions are left out.
     *
     * @param event the number of its event
     */
    void read(long event, Voice voice, String text) {
        boolean first = true;
        for (String sentence : Sentences.of(text)) {
            boolean asks = sentence.endsWith("?") || sentence.endsWith("？");
            if (voice != Voice.AGENT) {
                statements.add(Statement.of(event, voice, first, sentence));
            } else if (!asks && (first || !joins(event, sentence))) {
                statements.add(Statement.of(event, voice, first, sentence));
            }
            first = false;
        }
    }

    /** Joins an agent's sentence to the one before it if it means nothing without it; returns whether it did. */
    private boolean joins(long event, String sentence) {
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (last == null
                || last.event() != event
                || !POINTING_BACK.matcher(sentence).lookingAt()) {
            return false;
        }
        String before = last.text();
        boolean fits = before.length() + sentence.length() <= LONGEST_JOINED
                && ENDS.indexOf(before.charAt(before.length() - 1)) >= 0
                && !Weight.announces(before)
                && CheckReport.of(before) == null;
        if (fits) {
            String joined = before + (before.endsWith("。") ? "" : " ") + sentence;
            statements.set(statements.size() - 1, Statement.of(event, Voice.AGENT, false, joined));
        }
        return fits;
    }

    /** Removes the agent's last announcements: what it announced before it was stopped was not done. */
    void takeBack() {
        int last = statements.size() - 1;
        while (last >= 0
                && statements.get(last).voice() == Voice.AGENT
                && Weight.announces(statements.get(last).text())) {
            statements.remove(last--);
        }
    }

    /** Removes what was said of changes that were not committed then, since they are now. */
    void committed() {
        statements.removeIf(Statement::isOfUncommitted);
    }

    /** Drops the least weighty statements if there are many, to bound memory. */
    void trim(long events) {
        if (statements.size() > 4 * Digest.MAX_STATEMENTS) {
            statements = new ArrayList<>(Digest.weightiest(statements, events));
        }
    }

    List<Statement> statements() {
        return statements;
    }
}
