package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Sentences;
import dev.pith.activities.text.WordSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the question of an agent that a person's short reply answers: "yes" or "2" says nothing without it. The options
 * that the reply picks are told with the question.
 */
final class AskedQuestion {

    /** A longer reply says by itself what is wanted. In characters. */
    private static final int LONGEST_REPLY = 80;

    /** The longest consent in a script without spaces, in characters. */
    private static final int LONGEST_WIDE = 10;

    /** A reply that points to something is told with the question if it has no more words. */
    private static final int MOST_WORDS = 6;

    /** A reply of so few words that is no consent may still answer the question with which the agent ended. */
    private static final int FEW_WORDS = 6;

    /** A question with more sentences behind it is not the one that is answered. */
    private static final int MOST_BEHIND = 12;

    /** The longest question with the sentence before it, in characters. */
    private static final int LONGEST = 240;

    /** The longest sentence that is told before a question which points to it, in characters. */
    private static final int LONGEST_BEFORE = 140;

    private static final Pattern POINTING = Pattern.compile("(?i)\\b(?:this|that|it|these|those|them)\\b");

    /** An item of a list has none, and says little about a question below the list. */
    private static final List<String> SENTENCE_ENDS = List.of(".", "!", "。", "！");

    /** A reply with more words beside consents and short words says what is wanted. */
    private static final int MOST_TELLING = 2;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Words that begin a consent or a refusal. */
    private static final Set<String> CONSENTS = Set.of(
            "yes",
            "yep",
            "yup",
            "yeah",
            "y",
            "ok",
            "okay",
            "sure",
            "please",
            "go",
            "do",
            "sounds",
            "perfect",
            "great",
            "correct",
            "right",
            "exactly",
            "agreed",
            "fine",
            "continue",
            "proceed",
            "no",
            "nope",
            "nah",
            "n",
            "both",
            "neither",
            "all",
            "none",
            "ja",
            "nein",
            "oui",
            "non",
            "si",
            "sí",
            "sim",
            "não",
            "да",
            "нет",
            "evet",
            "tak");

    /** Words without content in short replies. */
    private static final Set<String> EMPTY = Set.of(
            "let", "lets", "the", "and", "for", "now", "with", "option", "this", "that", "one", "use", "keep", "can",
            "you", "just", "also", "think", "good", "looks", "take");

    /** The same in scripts without spaces. */
    private static final List<String> WIDE_CONSENTS =
            List.of("好", "是", "可以", "行", "对", "不", "嗯", "はい", "いいえ", "네", "예", "아니");

    private AskedQuestion() {}

    /**
     * Returns the question with what is needed to understand it; empty if the reply answers none.
     *
     * @param reply the person's words
     * @param said the agent's last text before them
     */
    static String of(String reply, String said) {
        String answer = reply.strip();
        List<String> words = words(answer);
        if (answer.length() > LONGEST_REPLY || words.isEmpty() || asks(answer) || tells(answer, words)) {
            return "";
        }
        // A sentence in bold type may be followed by others on its line.
        List<String> sentences = Sentences.of(said).stream()
                .flatMap(sentence -> Sentences.pieces(sentence).stream())
                .map(String::strip)
                .toList();
        int at = sentences.size() - 1;
        while (at >= 0 && !asks(sentences.get(at))) {
            at--;
        }
        int behind = sentences.size() - 1 - at;
        boolean asked = at >= 0 && behind <= MOST_BEHIND;
        List<String> options = PickedOptions.of(words, said);
        if (!options.isEmpty()) {
            return (asked ? Clip.middle(sentences.get(at), LONGEST) + " " : "") + String.join("; ", options);
        }
        boolean answers = consents(answer, words) || (behind == 0 && words.size() <= FEW_WORDS);
        return asked && answers ? told(sentences, at) : "";
    }

    private static String told(List<String> sentences, int at) {
        String question = Clip.middle(sentences.get(at), LONGEST);
        String before = at == 0 ? "" : sentences.get(at - 1);
        boolean helps = POINTING.matcher(question).find()
                && SENTENCE_ENDS.stream().anyMatch(before::endsWith)
                && before.length() <= Math.min(LONGEST_BEFORE, LONGEST - question.length());
        return helps ? before + " " + question : question;
    }

    private static boolean asks(String text) {
        return text.endsWith("?") || text.endsWith("？") || text.endsWith("؟");
    }

    /** Returns whether a reply says nothing without its question. */
    static boolean isBare(String reply) {
        return reply.length() <= LONGEST_REPLY && telling(reply).isEmpty();
    }

    /** Returns whether a reply says what is wanted. */
    private static boolean tells(String answer, List<String> words) {
        boolean points = POINTING.matcher(answer).find() && words.size() <= MOST_WORDS;
        boolean wide = answer.length() <= LONGEST_WIDE && WIDE_CONSENTS.stream().anyMatch(answer::startsWith);
        return telling(answer).size() > MOST_TELLING && !points && !wide;
    }

    private static Set<String> telling(String reply) {
        Set<String> telling = WordSet.of(reply);
        telling.removeAll(CONSENTS);
        telling.removeAll(EMPTY);
        return telling;
    }

    private static boolean consents(String answer, List<String> words) {
        return CONSENTS.contains(words.get(0).toLowerCase(Locale.ROOT))
                || WIDE_CONSENTS.stream().anyMatch(answer::startsWith);
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
