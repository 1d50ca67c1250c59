package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Layout;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the question of an agent that a person's short reply answers: "yes" or "2" says nothing without it. The options
 * that the reply picks are told with the question.
 */
final class AskedQuestion {

    /** A question with more sentences behind it is not the one that is answered. */
    private static final int MOST_BEHIND = 3;

    /** The longest question with the sentences before it, in characters. */
    private static final int LONGEST = 240;

    /** The longest sentence before a question that is told with it, in characters. */
    private static final int LONGEST_BEFORE = 140;

    /** How a question begins that a consent does not answer. */
    private static final Pattern OPEN_QUESTION = Pattern.compile("(?i)^(?:why|how|what|when|where|who)\\b");

    private AskedQuestion() {}

    /**
     * Returns the question with what is needed to understand it; empty if the reply answers none.
     *
     * @param words the person's words
     * @param said the agent's last text before them
     */
    static String of(String words, String said) {
        ShortReply reply = new ShortReply(words);
        if (!reply.isShort() || asks(reply.text())) {
            return "";
        }
        List<String> sentences = sentences(said);
        int at = sentences.size() - 1;
        while (at >= 0 && !asks(sentences.get(at))) {
            at--;
        }
        int behind = sentences.size() - 1 - at;
        boolean near = at >= 0 && behind <= MOST_BEHIND;
        String question = near ? sentences.get(at) : "";
        List<String> options = PickedOptions.of(reply, question, said);
        if (!options.isEmpty() && (near || reply.text().contains("option"))) {
            return (Clip.middle(question, LONGEST) + " " + String.join("; ", options)).strip();
        }
        boolean consents = reply.consents() && !OPEN_QUESTION.matcher(question).find();
        boolean answers = consents || (behind == 0 && reply.answers());
        return near && answers ? told(sentences, at) : "";
    }

    /** Returns the question with questions before it, or with the sentence to which it points. */
    private static String told(List<String> sentences, int at) {
        String told = Clip.middle(sentences.get(at), LONGEST);
        for (int i = at - 1; i >= 0 && fits(sentences.get(i), told) && asks(sentences.get(i)); i--) {
            told = sentences.get(i) + " " + told;
        }
        String before = at == 0 ? "" : sentences.get(at - 1);
        boolean helps = ShortReply.pointsIn(told) && isStatement(before) && fits(before, told);
        return helps ? before + " " + told : told;
    }

    private static boolean fits(String before, String told) {
        return before.length() <= Math.min(LONGEST_BEFORE, LONGEST - told.length());
    }

    /** Returns whether a text is a sentence of its own, not an item of a list or the rest of a sentence. */
    private static boolean isStatement(String text) {
        return !text.isEmpty()
                && !Character.isLowerCase(text.charAt(0))
                && ".!。！".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean asks(String text) {
        int end = text.length();
        while (end > 0 && "!*_)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && "?？؟".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** Returns the sentences outside of code, without marks of lists and emphasis. */
    private static List<String> sentences(String said) {
        return Piece.of(Layout.of(said.replace("**", ""))).stream()
                .filter(piece -> !piece.code() && piece.isTelling())
                .map(piece ->
                        piece.text().replaceFirst("^[\\s*#>•|-]{0,20}+", "").strip())
                .toList();
    }
}
