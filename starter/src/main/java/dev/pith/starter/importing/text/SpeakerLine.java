package dev.pith.starter.importing.text;

import dev.pith.starter.importing.reading.Speakers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that begins with its speaker: {@code User: hello}, {@code **Assistant:** hello}, {@code ### Human}. */
record SpeakerLine(String speaker, String rest) {

    private static final int LONGEST_NAME = 30;
    private static final Pattern COLON =
            Pattern.compile("^(?:[#>*_\\[-]+ ?)?([\\p{L}][\\p{L}\\p{N} ._'-]{0,29}?)[*_\\]]{0,3}"
                    + "(?::[*_]{0,3}(?:\\s+(?<after>.*))?|：[*_]{0,3}\\s*(?<wide>.*))$");
    private static final Pattern WORDS = Pattern.compile("\\S+(?: \\S+){0,2}");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +([\\p{L}]+)\\s*$");

    /** Parses a line; null if it has no speaker and continues the previous text. */
    static @Nullable SpeakerLine of(String line) {
        Matcher colon = COLON.matcher(line);
        if (colon.matches() && WORDS.matcher(colon.group(1)).matches()) {
            String after = colon.group("after") == null ? colon.group("wide") : colon.group("after");
            return new SpeakerLine(colon.group(1).strip(), after == null ? "" : after);
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches() && heading.group(1).length() <= LONGEST_NAME && Speakers.isPart(heading.group(1))) {
            return new SpeakerLine(heading.group(1), "");
        }
        return null;
    }
}
