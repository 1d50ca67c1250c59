package dev.pith.activities.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.pith.activities.conversation.Part;
import java.util.List;

/** Counts tokens with cl100k up to a text size; estimates above it. Thread-safe. */
public final class TokenCounter {

    /**
     * Maximum length of a text that is counted exactly, in characters. Byte-pair encoding of one long run of random
     * characters takes more than linear time; at this size the worst case takes milliseconds.
     */
    public static final int EXACT_UP_TO = 4_000;

    /** Number of samples of a longer text; together they are {@link #EXACT_UP_TO} characters long. */
    private static final int SAMPLES = 8;

    private static final int SAMPLE = EXACT_UP_TO / SAMPLES;

    /** Overhead of a message in tokens, from OpenAI's published counting recipe. */
    public static final int PER_MESSAGE = 4;

    /** Fraction by which the estimate may exceed the count before it takes effect. */
    private static final double LEEWAY = 0.03;

    private final Encoding encoding;

    private TokenCounter(Encoding encoding) {
        this.encoding = encoding;
    }

    private static final class Shared {
        /** Loaded once, on first use: loading the vocabulary takes 0.1 s. */
        static final TokenCounter INSTANCE =
                new TokenCounter(Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE));
    }

    /** Returns the shared counter. */
    public static TokenCounter shared() {
        return Shared.INSTANCE;
    }

    /** Returns the number of tokens of a text, 0 or more. */
    public int count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!isWellFormed(text)) {
            return TokenEstimate.of(text);
        }
        return text.length() <= EXACT_UP_TO ? encoding.countTokensOrdinary(text) : calibrated(text);
    }

    /**
     * Returns the larger of two token counts, for text that must fit any model: the count, and the estimate from
     * character classes, reduced by the usual deviation of {@value #LEEWAY}.
     */
    public int strict(String text) {
        return Math.max(count(text), (int) Math.ceil(TokenEstimate.of(text) / (1 + LEEWAY)));
    }

    /**
     * Estimates the whole text, corrected by the estimation error on samples that are counted exactly. On 976 texts of
     * real coding sessions the total was 1 % too high, the median error 1 % and the 95th percentile 6 %; without
     * samples 11 to 15 %, 5 to 14 % and 92 %.
     */
    private int calibrated(String text) {
        double exact = 0;
        double estimated = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int from = (int) ((long) (text.length() - SAMPLE) * i / (SAMPLES - 1));
            int to = from + SAMPLE;
            from += Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
            to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
            String sample = text.substring(from, to);
            exact += encoding.countTokensOrdinary(sample);
            estimated += TokenEstimate.of(sample);
        }
        return (int) Math.round(TokenEstimate.of(text) * exact / Math.max(1, estimated));
    }

    /** Returns the tokens of a message in a context: its parts without reasoning, and the message overhead. */
    public int count(List<Part> parts) {
        int tokens = PER_MESSAGE;
        for (Part part : parts) {
            if (!(part instanceof Part.Reasoning)) {
                tokens += count(part.text());
            }
        }
        return tokens;
    }

    /** Whether the text has no lone surrogate; a lone surrogate has no UTF-8 form and cannot be encoded. */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
