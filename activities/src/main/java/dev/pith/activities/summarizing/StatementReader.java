package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts into statements, sentence by sentence. Not thread-safe. */
final class StatementReader {

    /** A sentence that points back is joined to the one before it, up to so many characters. */
    private static final int LONGEST_JOINED = 260;

    private static final Pattern POINTING_BACK = Pattern.compile(
            "(?i)(?:(?:but|so|and|then) )?(?:(?:this|that|that's|these|those|it|it's|they|both)\\b|这|那|它|これ|それ)");

    /** A longer text is read without joining, which would take quadratic time. In characters. */
    private static final int LONGEST_TEXT = 20_000;

    private static final String ENDS = ".!)。！";

    private List<Statement> statements = new ArrayList<>();

    /**
     * Reads a text. An agent's questions are left out.
     *
     * @param event the number of its event
     */
    void read(long event, Voice voice, String text) {
        boolean first = true;
        String before = "";
        for (String sentence : Sentences.of(text)) {
            boolean asks = sentence.endsWith("?") || sentence.endsWith("？");
            if (voice != Voice.AGENT) {
                statements.add(Statement.of(event, voice, first, sentence));
            } else if (!asks) {
                add(Statement.of(event, voice, first, sentence), followed(text, before, sentence));
            }
            first = false;
            before = sentence;
        }
    }

    /** Returns what stands between two sentences if nothing else does; null otherwise, or if a text is very long. */
    private static @Nullable String followed(String text, String before, String sentence) {
        if (before.isEmpty()
                || text.length() > LONGEST_TEXT
                || !POINTING_BACK.matcher(sentence).lookingAt()) {
            return null;
        }
        return text.contains(before + " " + sentence) ? " " : text.contains(before + sentence) ? "" : null;
    }

    /** Adds an agent's sentence, or joins it to the one before it if it means nothing without it. */
    private void add(Statement statement, @Nullable String between) {
        int last = statements.size() - 1;
        if (between != null && last >= 0 && takes(statements.get(last), statement)) {
            statements.set(last, statement.joinedTo(statements.get(last), between));
        } else {
            statements.add(statement);
        }
    }

    private static boolean takes(Statement before, Statement statement) {
        String said = before.text();
        return before.event() == statement.event()
                && said.length() + statement.text().length() <= LONGEST_JOINED
                && ENDS.indexOf(said.charAt(said.length() - 1)) >= 0
                && !Weight.announces(said)
                && CheckReport.of(said) == null;
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
