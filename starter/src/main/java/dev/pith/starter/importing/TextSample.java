package dev.pith.starter.importing;

import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beginning of a source, which distinguishes text, JSON and everything else. */
final class TextSample {

    private static final int BYTES = 1 << 16;

    /** Matches an array of values, but not a text that begins with a time in brackets. */
    private static final Pattern ARRAY =
            Pattern.compile("\\[\\s*(?:[\\[{\"\\]]|-?\\d[\\d.eE+-]*\\s*[,\\]]|true|false|null|$)");

    private static final char REPLACEMENT = '\uFFFD';

    /** Tolerates stray bytes: one in so many characters may be invalid UTF-8. */
    private static final int RARE = 50;

    private final byte[] bytes;
    private final String text;
    private final boolean utf8;

    private TextSample(byte[] bytes, String text, boolean utf8) {
        this.bytes = bytes;
        this.text = text;
        this.utf8 = utf8;
    }

    static TextSample of(SourceFile source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(BYTES);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        // This is not the end of the input: the sample may cut a character.
        decoder.decode(ByteBuffer.wrap(bytes), out, false);
        String text = out.flip().toString();
        long malformed = text.chars().filter(c -> c == REPLACEMENT).count();
        return new TextSample(
                bytes, text.startsWith("\uFEFF") ? text.substring(1) : text, malformed * RARE <= text.length());
    }

    boolean startsWith(char c) {
        String start = start();
        return !start.isEmpty() && start.charAt(0) == c;
    }

    /** Returns whether this is JSON, or most lines begin like JSON; the first one may be damaged. */
    boolean looksLikeJson() {
        if (startsWith('{') || ARRAY.matcher(start()).lookingAt()) {
            return true;
        }
        String[] lines = text.split("\n", 21);
        long like = Arrays.stream(lines).filter(line -> line.startsWith("{\"")).count();
        return like > 0 && like * 2 >= lines.length - 1;
    }

    /**
     * Why this is not the text of a conversation.
     *
     * @param found what it is instead: a noun phrase
     * @param cure what to do about it; null if that is not certain
     */
    record Problem(String found, @Nullable String cure) {}

    /** Returns the problem; null if this may be the text of a conversation. */
    @Nullable
    Problem problem() {
        if (bytes.length == 0 || (text.isBlank() && utf8)) {
            return new Problem("an empty file", "import it once its program has written to it");
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
            return new Problem("UTF-16 text", "convert it to UTF-8");
        }
        if (!utf8 || text.indexOf('\0') >= 0) {
            return new Problem("binary data", null);
        }
        String start = start().toLowerCase(Locale.ROOT);
        if (start.startsWith("<?xml") || start.startsWith("<!doctype") || start.startsWith("<html")) {
            return new Problem("markup", null);
        }
        return start.startsWith("#!") ? new Problem("a script", null) : null;
    }

    /** Returns the text after leading white space and NUL, which a crash may leave at the start of a log. */
    private String start() {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return text.substring(at);
    }
}
