package dev.pith.activities.prompting;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Messages as a model reads them: number, who wrote it, and the words, without reasoning. A message that would leave no room
 * for the others loses its middle, and says so. Not thread-safe.
 */
public final class Transcript {

    /** By how much it may be too long for losing a few words to be better than another call. */
    private static final double SLIGHTLY = 1.05;

    /** What the line above a message's words and their marks take, in tokens. */
    private static final int FRAME = 8;

    /** The line above a message's words, as a pattern. Both quantifiers are bounded, so this is linear. */
    public static final String HEADING = "^\\[(\\d{1,18})\\] (person|agent|harness|earlier summary)$";

    /** A line like those above messages. */
    private static final Pattern FORGED = Pattern.compile("(?im)" + HEADING);

    /** What would end the data, as a model may read it: in any case, with blanks in it. */
    private static final Pattern ENDING = Pattern.compile("(?i)<\\s{0,9}/\\s{0,9}(transcript|summary|part)");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private static final String OPEN = "<transcript>\n";
    private static final String CLOSE = "</transcript>";

    private final List<Entry> entries = new ArrayList<>();
    private final TokenCounter counter = TokenCounter.shared();
    private final Redactor redactor;
    private final Function<StoredMessage, String> reading;
    private long tokens;
    private int longest;

    /**
     * Nothing in it yet.
     *
     * @param redactor what every message's words go through
     */
    public Transcript(Redactor redactor) {
        this(redactor, Transcript::whole);
    }

    private Transcript(Redactor redactor, Function<StoredMessage, String> reading) {
        this.redactor = redactor;
        this.reading = reading;
    }

    /** One that only holds what persons and agents said: no tools, nothing that a program put in. */
    public static Transcript ofWords(Redactor redactor) {
        return new Transcript(redactor, Transcript::said);
    }

    /** A message as rendered. */
    private record Entry(long seq, String text, int tokens) {}

    /** The next message. */
    public void add(StoredMessage message) {
        if (message.role().isSystem()) {
            // It stays in every context as it is.
            return;
        }
        String words = harmless(redactor.apply(reading.apply(message))).strip();
        if (!words.isEmpty()) {
            String text = head(message) + words + "\n";
            // What the import counted need not be counted again.
            boolean shorter = words.length() + FRAME < whole(message).length();
            int size = shorter ? counter.count(text) : message.tokens() + FRAME;
            entries.add(new Entry(message.seq(), text, size));
            tokens += size;
            longest = Math.max(longest, size);
        }
    }

    /** Whether there is nothing to read in it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What all of it takes, uncut. */
    public long tokens() {
        return tokens;
    }

    /**
     * Whether it is better read in parts than within so many tokens: where more than one message would have to lose its
     * middle. A single long one among short ones would be as long in any part.
     */
    public boolean wantsParts(int room) {
        return entries.size() > 1 && tokens > room * SLIGHTLY && tokens - longest > room / 2;
    }

    /**
     * The text within a number of tokens, and the messages whose middle had to go.
     *
     * @param cut their numbers, in order
     */
    public record Cut(String text, List<Long> cut) {}

    /** All of it within so many tokens: the longest messages lose their middle first. */
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

    /** The largest size of a single message at which all of them fit. */
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

    private static String said(StoredMessage message) {
        return message.origin() == Origin.HARNESS ? "" : message.textOf(Part.Text.class);
    }

    private static String whole(StoredMessage message) {
        StringBuilder words = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                words.append("calls ").append(call.text()).append('\n');
            } else if (part instanceof Part.ToolResult result) {
                words.append(result.failed() ? "failed: " : "result: ")
                        .append(result.text())
                        .append('\n');
            } else if (!(part instanceof Part.Reasoning)) {
                words.append(part.text()).append('\n');
            }
        }
        return words.toString();
    }

    /** Data must not end where it says itself that it ends, nor make a tool's words look like a person's. */
    public static String harmless(String text) {
        String told = FORGED.matcher(text).replaceAll("\\\\[$1] $2");
        return ENDING.matcher(told).replaceAll("<\\\\/$1");
    }

    /** A value that a file gives and that stands on a line of the prompt: harmless, and one line. */
    public static String line(String value) {
        return harmless(BLANK.matcher(value).replaceAll(" ").strip());
    }
}
