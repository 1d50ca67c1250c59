package dev.pith.activities.prompting;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.dates.DayReader;
import dev.pith.activities.dates.RelativeDates;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.tokens.TokenCounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Renders messages for a model: number, author and text with the dates that relative ones mean, without reasoning. If a message would leave no space for
 * others, its middle is replaced by a note. Not thread-safe.
 */
public final class Transcript {

    /** Factor by which a transcript may exceed the limit and be cut slightly instead of needing another call. */
    private static final double SLIGHTLY = 1.05;

    /** Size of a message's heading line and markers, in tokens. */
    private static final int FRAME = 8;

    /** Pattern of a message's heading line. Both quantifiers are bounded, so matching is linear. */
    public static final String HEADING = "^\\[(\\d{1,18})\\] (person|agent|harness|earlier summary)$";

    /** A line in a message that imitates a heading. */
    private static final Pattern FORGED = Pattern.compile("(?im)" + HEADING);

    /** Closing tags that a model may read as the end of the data: in any letter case, with blanks. */
    private static final Pattern ENDING = Pattern.compile("(?i)<\\s{0,9}/\\s{0,9}(transcript|summary|part)");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private static final String OPEN = "<transcript>\n";
    private static final String CLOSE = "</transcript>";

    private final List<Entry> entries = new ArrayList<>();
    private final TokenCounter counter = TokenCounter.shared();
    private final Redactor redactor;
    private final BiFunction<StoredMessage, @Nullable LocalDate, String> reading;
    private final DayReader days = new DayReader();
    private long tokens;
    private int longest;

    /**
     * Creates an empty transcript.
     *
     * @param redactor applied to the text of every message
     */
    public Transcript(Redactor redactor) {
        this(redactor, Transcript::whole);
    }

    private Transcript(Redactor redactor, BiFunction<StoredMessage, @Nullable LocalDate, String> reading) {
        this.redactor = redactor;
        this.reading = reading;
    }

    /** Returns a transcript of persons' and agents' text only: no tools, no text inserted by programs. */
    public static Transcript ofWords(Redactor redactor) {
        return new Transcript(redactor, Transcript::said);
    }

    /** A rendered message. */
    private record Entry(long seq, String text, int tokens) {}

    /** Adds the next message. */
    public void add(StoredMessage message) {
        if (message.role().isSystem()) {
            // System messages remain unchanged in every context.
            return;
        }
        LocalDate day = days.day(message);
        String words = harmless(redactor.apply(reading.apply(message, day))).strip();
        if (!words.isEmpty()) {
            String text = head(message) + words + "\n";
            // Reuse the token count of the import if the text has about its length.
            boolean alike = Math.abs(words.length() - whole(message, null).length()) <= FRAME;
            int size = alike ? message.tokens() + FRAME : counter.count(text);
            entries.add(new Entry(message.seq(), text, size));
            tokens += size;
            longest = Math.max(longest, size);
        }
    }

    /** Returns the first and the last day of the messages as text; null if none has a date. */
    public @Nullable String days() {
        return days.days().told();
    }

    /** Whether the transcript has no text. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the size of the uncut transcript, in tokens. */
    public long tokens() {
        return tokens;
    }

    /**
     * Whether the transcript should be split rather than cut to the given number of tokens. This is so if more than one
     * message would lose its middle; a single long message would be as long in any part.
     */
    public boolean wantsParts(int room) {
        return entries.size() > 1 && tokens > room * SLIGHTLY && tokens - longest > room / 2;
    }

    /**
     * The text within a token limit, and the messages whose middle was removed.
     *
     * @param cut numbers of those messages, in order
     */
    public record Cut(String text, List<Long> cut) {}

    /** Returns the transcript within a number of tokens. The longest messages lose their middle first. */
    public Cut within(int room) {
        int most = room >= tokens ? Integer.MAX_VALUE : longestAllowed(room);
        StringBuilder text = new StringBuilder(OPEN);
        List<Long> cut = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.tokens() <= most) {
                text.append(entry.text());
            } else {
                text.append(MiddleCut.of(entry.text(), entry.tokens(), most)).append('\n');
                cut.add(entry.seq());
            }
        }
        return new Cut(text.append(CLOSE).toString(), cut);
    }

    /** Returns the maximum message size at which all messages fit, in tokens. */
    private int longestAllowed(int room) {
        int low = 1;
        int high = Math.max(1, room);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            long all = entries.stream()
                    .mapToLong(entry -> Math.min(entry.tokens(), middle))
                    .sum();
            if (all <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String head(StoredMessage message) {
        return "[" + message.seq() + "] " + who(message.origin()) + "\n";
    }

    private static String who(Origin origin) {
        return origin == Origin.NATIVE_SUMMARY
                ? "earlier summary"
                : origin.name().toLowerCase(Locale.ROOT);
    }

    private static String said(StoredMessage message, @Nullable LocalDate day) {
        return message.origin() == Origin.HARNESS ? "" : RelativeDates.resolved(message.textOf(Part.Text.class), day);
    }

    private static String whole(StoredMessage message, @Nullable LocalDate day) {
        StringBuilder words = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                words.append("calls ").append(call.text()).append('\n');
            } else if (part instanceof Part.ToolResult result) {
                words.append(result.failed() ? "failed: " : "result: ")
                        .append(result.text())
                        .append('\n');
            } else if (!(part instanceof Part.Reasoning)) {
                words.append(RelativeDates.resolved(part.text(), day)).append('\n');
            }
        }
        return words.toString();
    }

    /** Escapes data so that it can neither close its own tags nor imitate the heading of another author. */
    public static String harmless(String text) {
        String told = FORGED.matcher(text).replaceAll("\\\\[$1] $2");
        return ENDING.matcher(told).replaceAll("<\\\\/$1");
    }

    /** Escapes a value from a file for use on one line of the prompt. */
    public static String line(String value) {
        return harmless(BLANK.matcher(value).replaceAll(" ").strip());
    }
}
