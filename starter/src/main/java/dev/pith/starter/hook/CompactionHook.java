package dev.pith.starter.hook;

import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.PackedNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Answers Claude Code's SessionStart hook after a compaction, from the transcript alone. */
public final class CompactionHook {

    /** Claude Code adds up to 10,000 characters to the context unchanged; of a longer output, only the first 2,000. */
    static final int MOST_CHARACTERS = 9_800;

    /**
     * Returns the text for the agent; empty if the session did not start after a compaction.
     *
     * @param in the hook's input
     * @param why receives a sentence that explains an empty text
     * @throws IOException if the input or the transcript cannot be read
     * @throws NotAConversationException if the transcript is not a conversation
     */
    public String answer(InputStream in, Consumer<String> why) throws IOException, NotAConversationException {
        HookInput input = HookInput.read(in);
        if (!input.tellsOfACompaction()) {
            why.accept("only a SessionStart after a compaction (source compact) is answered; this is "
                    + input.described());
            return "";
        }
        Path transcript = input.transcript();
        Path packed = transcript == null ? null : Path.of(transcript + PackedNames.ENDING);
        if (packed != null && !Files.exists(transcript) && Files.isRegularFile(packed)) {
            transcript = packed;
        }
        if (transcript == null || !Files.isRegularFile(transcript)) {
            throw new IOException("the transcript is no file: " + transcript);
        }
        CompactedMessages compacted = new CompactedMessages();
        new SourceReader().read(transcript, compacted, new ImportOptions(true, null));
        String notes = compacted.notes();
        if (notes.isEmpty()) {
            why.accept("nothing was compacted in " + transcript + ", or its summary says all that could be noted");
            return "";
        }
        return framed(transcript, notes);
    }

    private static String framed(Path transcript, String text) {
        String frame = """
                Notes on the part of this session that was just compacted, taken from its transcript word for word by a \
                program. Where they differ from the summary of the conversation, the summary is newer. The whole \
                transcript: %s

                """.formatted(transcript);
        return frame + clipped(text, MOST_CHARACTERS - frame.length() - 1) + "\n";
    }

    /** Returns the text cut to {@code room} characters at a line end. */
    private static String clipped(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = text.lastIndexOf('\n', Math.max(0, room));
        return end < 0 ? "" : text.substring(0, end).stripTrailing();
    }
}
