package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Cues;
import dev.pith.activities.text.Layout;
import dev.pith.activities.text.WordSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the question of an agent that a person's short reply answers: "yes" or "2" says nothing without it. The options
 * that the reply picks are told with the question.
 */
final class AskedQuestion {

    /** A longer reply says by itself what is wanted. In characters. */
    private static final int LONGEST_REPLY = 80;

    /** A question with more sentences behind it is not the one that is answered. */
    private static final int MOST_BEHIND = 3;

    /** The longest question with the sentence before it, in characters. */
    private static final int LONGEST = 240;

    /** The longest sentence before a question that is told with it, in characters. */
    private static final int LONGEST_BEFORE = 140;

    /** A consent with more significant words than these says by itself what is wanted. */
    private static final int MOST_OF_CONSENT = 2;

    /** The same for a reply that is no consent and follows the question directly. */
    private static final int MOST_OF_ANSWER = 1;

    /** Words that begin a consent or a refusal, alone or in pairs; then those of scripts without spaces. */
    private static final Cues CONSENT = new Cues(
            "yes yep yup yeah y ok okay sure please perfect correct right exactly agreed fine continue proceed no nope"
                    + " nah n both neither go_ahead go_for go_on go_with do_it do_that do_this do_so do_both do_all"
                    + " sounds_good looks_good makes_sense ja nein oui non si sí sim não да нет evet tak",
            "好 是 可以 行 对 不 嗯 はい いいえ 네 예 아니");

    /** Words that say little in a short reply. */
    private static final Set<String> PLAIN = Set.of(
            "yes",
            "yep",
            "yup",
            "yeah",
            "okay",
            "sure",
            "please",
            "perfect",
            "correct",
            "right",
            "exactly",
            "agreed",
            "fine",
            "continue",
            "proceed",
            "nope",
            "nah",
            "both",
            "neither",
            "ahead",
            "all",
            "sounds",
            "looks",
            "good",
            "makes",
            "sense",
            "nein",
            "bitte",
            "oui",
            "non",
            "sim",
            "não",
            "нет",
            "let",
            "lets",
            "the",
            "and",
            "for",
            "now",
            "with",
            "this",
            "that",
            "option",
            "number");

    /** Words by which a sentence points to another one. */
    private static final Pattern POINTING = Pattern.compile("(?i)\\b(?:this|that|it|these|those|them)\\b");

    /** How a question begins that a consent does not answer. */
    private static final Pattern OPEN_QUESTION = Pattern.compile("(?i)^(?:why|how|what|when|where|who)\\b");

    private AskedQuestion() {}

    /**
     * Returns the question with what is needed to understand it; empty if the reply answers none.
     *
     * @param reply the person's words
     * @param said the agent's last text before them
     */
    static String of(String reply, String said) {
        String answer = reply.strip();
        if (answer.isEmpty() || answer.length() > LONGEST_REPLY || answer.startsWith("/") || asks(answer)) {
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
        List<String> options = PickedOptions.of(answer, question, said);
        if (!options.isEmpty() && (near || answer.contains("option"))) {
            return (Clip.middle(question, LONGEST) + " " + String.join("; ", options)).strip();
        }
        if (!near) {
            return "";
        }
        boolean consents = consents(answer) && !OPEN_QUESTION.matcher(question).find();
        boolean answers = consents ? !tells(answer) : behind == 0 && isAnswer(answer);
        return answers ? told(sentences, at) : "";
    }

    /** Returns whether a reply says nothing without its question. */
    static boolean isBare(String reply) {
        return reply.length() <= LONGEST_REPLY && telling(reply).isEmpty();
    }

    /** Returns the significant words of a reply. */
    static Set<String> telling(String reply) {
        Set<String> telling = WordSet.of(reply);
        telling.removeAll(PLAIN);
        return telling;
    }

    private static boolean consents(String answer) {
        return CONSENT.at(answer) == 0;
    }

    /** Returns whether a consent says what is wanted; one that points to something does not. */
    private static boolean tells(String answer) {
        boolean isWide = answer.charAt(0) > 'я';
        return !isWide
                && telling(answer).size() > MOST_OF_CONSENT
                && !POINTING.matcher(answer).find();
    }

    /** Returns whether a reply that is no consent says too little to be a request; a path or command does not. */
    private static boolean isAnswer(String answer) {
        return answer.chars().anyMatch(Character::isLetterOrDigit)
                && answer.indexOf('/') < 0
                && telling(answer).size() <= MOST_OF_ANSWER;
    }

    /** Returns the question with questions before it, or with the sentence to which it points. */
    private static String told(List<String> sentences, int at) {
        String told = Clip.middle(sentences.get(at), LONGEST);
        for (int i = at - 1; i >= 0 && fits(sentences.get(i), told) && asks(sentences.get(i)); i--) {
            told = sentences.get(i) + " " + told;
        }
        String before = at == 0 ? "" : sentences.get(at - 1);
        boolean helps = POINTING.matcher(told).find() && isStatement(before) && fits(before, told);
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
