package dev.pith.activities.compaction;

import dev.pith.activities.gateway.ReplyValidator;
import dev.pith.activities.prompting.Transcript;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the content of a reply: no refusal in words, no question back, no echo of instructions or messages, no
 * repetition, no text about something else. Lenient: short texts and other headings are accepted.
 *
 * @param instructions the system prompt
 * @param source the text to summarize
 * @param sourceTokens its tokens
 */
record SummaryForm(String instructions, String source, long sourceTokens) implements ReplyValidator.Form {

    /** A source may be at most this many times longer than its summary; {@link #ENOUGH} tokens always suffice. */
    private static final int MOST_TIMES = 100;

    /** Tokens of a structured text that always suffice. */
    private static final int ENOUGH = 10;

    /** Tokens that always suffice in a text without headings and items, which is more likely an answer. */
    private static final int ENOUGH_PLAIN = 25;

    /** Texts that models write in empty sections. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("", "none", "none.", "n/a", "nothing", "nothing.", "not applicable", "not applicable.");

    /** Refusals are searched in this many leading characters. */
    private static final int BEGINNING = 200;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The fewest words, or characters, for the check of repeated words or letters. */
    private static final int MANY_WORDS = 100;

    /** At least one word in this many must be distinct. */
    private static final int FEWEST_OF = 15;

    /** Prefixes of a tool call that the endpoint left in the text. */
    private static final List<String> TOOLS = List.of("<tool_call", "<function", "<invoke");

    private static final List<String> WISHES = List.of("please paste", "please provide", "please share");

    /** The longest text, in characters, that is checked for refusals and questions; a longer summary may quote one. */
    private static final int SHORT = 600;

    /** The fewest lines or sentences for the check of repeated ones. */
    private static final int REPETITION = 8;

    /** Splits after sentences and lines; looks at single characters, so matching is linear. */
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?] )|(?<=[。！？\n])");

    private static final Pattern MESSAGES = Pattern.compile("(?m)" + Transcript.HEADING);

    /**
     * The shortest line of the instructions that counts as an echo, in characters; shorter ones may recur by chance.
     */
    private static final int TELLING = 60;

    private static final List<String> REFUSALS = List.of(
            "i'm sorry",
            "i am sorry",
            "i can't",
            "i cannot",
            "i can not",
            "i'm unable",
            "i am unable",
            "i won't be able",
            "i'm not able",
            "i am not able",
            "unfortunately, i",
            "as an ai",
            "sorry, but",
            "tut mir leid",
            "ich kann nicht",
            "désolé",
            "je ne peux pas",
            "lo siento",
            "no puedo",
            "desculpe",
            "não posso",
            "mi dispiace",
            "извините",
            "не могу",
            "申し訳",
            "죄송",
            "抱歉",
            "我无法",
            "我不能");

    @Override
    public Verdict on(String text) {
        Verdict said = saidBack(text);
        if (said != Verdict.FIT) {
            return said;
        }
        if (repeats(text)) {
            return Verdict.REPETITIVE;
        }
        int substance = substance(text);
        if (substance < least(ENOUGH)) {
            return Verdict.TOO_SHORT;
        }
        if (echoes(text) || MESSAGES.matcher(text).results().limit(2).count() == 2) {
            return Verdict.ECHO;
        }
        if (!Topic.isShared(source, text)) {
            return Verdict.OFF_TOPIC;
        }
        return isPlain(text) && substance < least(ENOUGH_PLAIN) ? Verdict.TOO_SHORT : Verdict.FIT;
    }

    private long least(int enough) {
        return Math.min(enough, sourceTokens / MOST_TIMES);
    }

    /** Returns the tokens of the text without headings and placeholders. */
    private static int substance(String text) {
        return TokenCounter.shared()
                .count(text.lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("#") && !isPlaceholder(line))
                        .collect(Collectors.joining("\n")));
    }

    private static boolean isPlaceholder(String line) {
        String said = line.startsWith("- ") || line.startsWith("* ")
                ? line.substring(2).strip()
                : line;
        return (said.startsWith("[") && said.endsWith("]")) || PLACEHOLDERS.contains(said.toLowerCase(Locale.ROOT));
    }

    /**
     * Detects a tool call, and in a short text without headings or items a refusal at its beginning or a question at
     * its end.
     */
    private static Verdict saidBack(String text) {
        String said = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        if (TOOLS.stream().anyMatch(said::startsWith)) {
            return Verdict.MALFORMED;
        }
        if (said.length() > SHORT || !isPlain(said)) {
            return Verdict.FIT;
        }
        String beginning = said.substring(0, Math.min(BEGINNING, said.length()));
        if (REFUSALS.stream().anyMatch(beginning::contains)) {
            return Verdict.REFUSED;
        }
        boolean asks =
                said.endsWith("?") || said.endsWith("？") || WISHES.stream().anyMatch(beginning::contains);
        return asks ? Verdict.QUESTION : Verdict.FIT;
    }

    private static boolean isPlain(String text) {
        return text.lines().noneMatch(line -> line.startsWith("#") || line.startsWith("- ") || line.startsWith("* "));
    }

    /** Returns whether over half of the lines or sentences, or nearly all words or letters, are repeated. */
    private static boolean repeats(String text) {
        List<String> words = SPACES.splitAsStream(text).toList();
        return (words.size() >= MANY_WORDS && new HashSet<>(words).size() * FEWEST_OF < words.size())
                || (text.length() >= MANY_WORDS && text.chars().distinct().count() < ENOUGH)
                || mostlyRepeated(text.lines())
                || mostlyRepeated(SENTENCE.splitAsStream(text));
    }

    private static boolean mostlyRepeated(Stream<String> parts) {
        List<String> said =
                parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
        return said.size() >= REPETITION && new HashSet<>(said).size() * 2 < said.size();
    }

    private boolean echoes(String text) {
        return instructions
                .lines()
                .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                .filter(line -> line.length() >= TELLING)
                .anyMatch(text::contains);
    }
}
