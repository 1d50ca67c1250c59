package dev.pith.activities.memory.keyless;

import dev.pith.activities.memory.NormalizedText;
import java.util.regex.Pattern;

/** Checks that a sentence can be understood without the sentences before it, and after the work is done. */
final class SelfContainedCheck {

    /** Openings such as "ok, so" that are stripped before a sentence is checked. */
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:ok|okay|yes|yeah|yep|hm+|well|alright|also|and|but|so|oh|ah|btw|again|wait|right|cool"
                    + "|great|nice|thanks|thank you"
                    + "|actually|basically|my dude|dude|sorry|sure|perfect|good|fyi|ps|nb|important|note"
                    + "|remember|hi|hello|hey"
                    + "|please remember|remember that)\\b[\\s,.!:;–-]+|no[,.!;]\\s+"
                    + "|(?:好的?|嗯+|恩|哦|啊|对了|是的|另外|而且|还有|不过|但是|所以|那么?|注意|记住|请记住"
                    + "|请注意|嗨|你好|当然啦?|其实|你知道)[\\s，,。！!：:、]*)++",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEANS = Pattern.compile(
            "^(?:it(?! (?:must|has to) (?!be\\b|have\\b))|its|it's|this|that|that's|these|those|they|them|he|she|both|either|neither|same"
                    + "|otherwise|then|there|such|which"
                    + "|because|like|one|instead|or|however|even|maybe|perhaps|not|just|still|must|should"
                    + "|needs?|has|have|is|are|was|can"
                    + "|could|would|will|shall|do we|what|how|why|where|when did|never mind|nevermind|if"
                    + " (?:so|not|it|that|this))\\b"
                    + "|^(?:它|他|她|这|那|其中|因为|也|都|就|但|而|或者|可能)",
            Pattern.CASE_INSENSITIVE);

    /** Words that refer to something present only while the work goes on. */
    private static final Pattern POINTS = Pattern.compile(
            "\\b(?:this|that|these|those|the) (?:one|ones|lines?|case|steps?|way|function|method|test(?!s)"
                    + "|error|bug|issue|changes?|commit|comment"
                    + "|pr|branch|approach|files?|part|thing|point|example|section|question|message|task"
                    + "|above|below|following|previous|latter"
                    + "|former|first|second|third|other|same|worker|user's|summary)\\b"
                    + "|^.{0,40}\\b(?:them|those|they)\\b|\\b(?:above|below|right now|for now|at the moment"
                    + "|just now|today|yesterday|tomorrow|tonight|earlier|here"
                    + "|option \\w|plan \\w|as well|in progress|so far|already)\\b|\\bit(?= [-–—]|[.,;:)]|$)"
                    + "|\\bnow[.!]?$"
                    + "|\\b(?:do|does|did|like|with|of|for|to|in|on|about|use|using|make|get|remove|add|keep"
                    + "|fix|want|need|is|was|see|if|than|be"
                    + "|over|under|around|through|into|from|by|off"
                    + "|until|unless|update|touch|merge|at|and|when|before|after|because|whether) (?:it|this"
                    + "|that|these|so)\\b(?! (?:project|repo|repository|codebase|team|company))"
                    + "|[这那](?:个|些|里|样|条|种|边|次|段|么)|它们?|上面|下面|刚才|刚刚|今天|昨天|明天|暂时|再见",
            Pattern.CASE_INSENSITIVE);

    /** Text that is not prose: code, output, a table, a transcript of speech. */
    private static final Pattern RAW = Pattern.compile(
            "[→=]>?\\s|=>|\\{\\w+\\}|[{};]$|::\\w+\\(|^(?:at |[$>@]|[/~]\\S*(?:$| [\\w/~-]+ ?$)|\\d+[:|])|</?\\w+>|\\|.*\\||\\w=\\w"
                    + "|\\[\\d+m|\\?| , |\\b(?:uh|um|mmm)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Openings of announcements, reports of work just done, questions and requests. */
    private static final Pattern MOMENTARY = Pattern.compile(
            "^(?:(?:now|next|first|then|so|also|and|once|after|before)\\b.{0,40}?\\b)?(?:let me|i'll|i will"
                    + "|i'm|i am (?:also |now )*[a-z]+ing|i (?:now |fully )?(?:understand|see|get)|i need to|i should|i've|i have|i had|i was|i can)\\b"
                    + "|^(?:can|could|would|shall|should|do|does|did|is|are) (?:we|you|i|it|there|the)\\b"
                    + "|^(?:understand|check|verify|answer|address|fixed|renamed|updated?|added) ",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONESELF = Pattern.compile("\\bI(?:'ll|'m|'ve|'d)? \\w");

    private static final int SHORTEST = 14;
    private static final int SHORTEST_WIDE = 6;
    private static final int LONGEST = 320;
    private static final int LEAST_WORDS = 2;
    private static final double LETTERS = 0.7;

    private SelfContainedCheck() {}

    /** Returns the sentence without its opening, e.g. "ok, so". */
    static String opened(String sentence) {
        return OPENING.matcher(sentence).replaceFirst("").strip();
    }

    /** Returns whether the speaker reports on their own actions. */
    static boolean ofOneself(String sentence) {
        return ONESELF.matcher(sentence).find();
    }

    /** Returns whether the sentence depends neither on earlier sentences nor on the state of the work. */
    static boolean alone(String sentence) {
        return !LEANS.matcher(sentence).lookingAt() && !POINTS.matcher(sentence).find();
    }

    /** Returns whether an item of a rule list can be a rule; there it may be as short as "No mocks". */
    static boolean rules(String item) {
        return item.length() >= SHORTEST_WIDE
                && item.length() <= LONGEST
                && !item.endsWith("?")
                && !RAW.matcher(item).find()
                && !momentary(item)
                && !NormalizedText.of(item).words().isEmpty();
    }

    /** Returns whether the sentence announces or reports an action, or requests something. */
    static boolean momentary(String sentence) {
        return MOMENTARY.matcher(sentence).lookingAt();
    }

    /**
     * Returns whether the sentence has a fit length, is prose with at least two meaningful words, and is no question.
     */
    static boolean says(String sentence) {
        boolean wide = isWide(sentence);
        if (sentence.length() < (wide ? SHORTEST_WIDE : SHORTEST)
                || sentence.length() > LONGEST
                || "?？؟".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
                || sentence.endsWith("…")
                || RAW.matcher(sentence).find()) {
            return false;
        }
        long letters = sentence.codePoints()
                .filter(c -> Character.isLetter(c) || c == ' ' || isMark(c))
                .count();
        return letters >= LETTERS * sentence.length()
                && NormalizedText.of(sentence).words().size() >= LEAST_WORDS;
    }

    static boolean isWide(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x3040 && c <= 0xD7AF) || (c >= 0x0E00 && c <= 0x0EFF));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
