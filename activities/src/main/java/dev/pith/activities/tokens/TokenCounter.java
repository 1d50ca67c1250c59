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
    static final int EXACT_UP_TO = 4_000;

    /** What a message costs beside its words, as in OpenAI's published counting recipe. */
    private static final int PER_MESSAGE = 4;

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
        return text.length() <= EXACT_UP_TO && isWellFormed(text)
                ? encoding.countTokensOrdinary(text)
                : TokenEstimate.of(text);
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
