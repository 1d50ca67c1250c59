package dev.pith.starter.importing.text;

import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.importing.reading.Speakers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The speakers of a text. If there are roles such as {@code User} and {@code Assistant}, only those count; otherwise
 * names that occur more than once, if there are at least two of them. A first pass over the text collects them.
 */
public final class SpeakerNames {

    private static final int MOST_NAMES = 1_000;

    private final Map<String, Integer> counts = new HashMap<>();
    private boolean parts;

    private SpeakerNames() {}

    public static SpeakerNames scan(SourceFile source) throws IOException {
        SpeakerNames names = new SpeakerNames();
        try (LineReader lines = new LineReader(source.open())) {
            while (lines.next()) {
                names.count(lines.length() > 4_000 ? null : SpeakerLine.of(lines.text()));
            }
        }
        return names;
    }

    /** Returns whether the text is a dialogue. */
    public boolean present() {
        return parts || counts.values().stream().filter(count -> count > 1).count() > 1;
    }

    /** Returns the speaker of a line; null if it continues the previous text. */
    @Nullable
    SpeakerLine of(String line) {
        SpeakerLine found = present() ? SpeakerLine.of(line) : null;
        if (found == null) {
            return null;
        }
        boolean counts = parts ? Speakers.isPart(found.speaker()) : this.counts.getOrDefault(found.speaker(), 0) > 1;
        return counts ? found : null;
    }

    private void count(@Nullable SpeakerLine line) {
        if (line == null) {
            return;
        }
        parts |= Speakers.isPart(line.speaker());
        if (counts.size() < MOST_NAMES || counts.containsKey(line.speaker())) {
            counts.merge(line.speaker(), 1, Integer::sum);
        }
    }
}
