package dev.pith.activities.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.pith.activities.conversation.Part;
import java.util.List;

/** Counts tokens as cl100k does, up to a size; above it, estimates. Thread-safe. */
public final class TokenCounter {

    /**
     * Longest text that is counted exactly, in characters. Byte-pair encoding of one long run of random characters grows
     * faster than linearly; at this size the worst case stays in milliseconds.
     */
    public static final int EXACT_UP_TO = 4_000;

    /** Of a longer text as much is counted exactly, in so many places. */
    private static final int SAMPLES = 8;

    private static final int SAMPLE = EXACT_UP_TO / SAMPLES;

    /** What a message costs beside its words, as in OpenAI's published counting recipe. */
    public static final int PER_MESSAGE = 4;

    /** By how much the estimate may be above the count before it binds. */
    private static final double LEEWAY = 0.03;

    private final Encoding encoding;

    private TokenCounter(Encoding encoding) {
        this.encoding = encoding;
    }

    private static final class Shared {
        /** Loading the vocabulary takes a tenth of a second, so it is done once and only when first needed. */
        static final TokenCounter INSTANCE =
                new TokenCounter(Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE));
    }

    /** The counter that everything shares. */
    public static TokenCounter shared() {
        return Shared.INSTANCE;
    }

    /** Tokens of a text, 0 or more. */
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
     * Tokens of a text by the stricter of two counters, for what must fit whichever model reads it: the count, and the
     * estimate by kinds of characters, of which a text commonly differs by {@value #LEEWAY}.
     */
    public int strict(String text) {
        return Math.max(count(text), (int) Math.ceil(TokenEstimate.of(text) / (1 + LEEWAY)));
    }

    /**
     * The estimate of the whole, corrected by how far it is off on samples that together are counted exactly. On 976
     * texts of real coding sessions it was 1 % too high in sum, off by 1 % in the median and by 6 % in one of twenty;
     * without samples by 11 to 15 %, 5 to 14 % and 92 %.
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

    /** What a message takes in a context: its parts without reasoning, and its frame. */
    public int count(List<Part> parts) {
        int tokens = PER_MESSAGE;
        for (Part part : parts) {
            if (!(part instanceof Part.Reasoning)) {
                tokens += count(part.text());
            }
        }
        return tokens;
    }

    /** Half a surrogate pair has no bytes in UTF-8, so the encoding cannot take it. */
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
