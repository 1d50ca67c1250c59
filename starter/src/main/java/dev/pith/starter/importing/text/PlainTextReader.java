package dev.pith.starter.importing.text;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.Speakers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text. With speakers ({@code User: …}), each change of speaker begins a message; as prose, each paragraph
 * is a message. Text before the first speaker is prose, too.
 */
public final class PlainTextReader implements FormatReader {

    /**
     * The maximum length of a paragraph, in characters; a longer one is split at a line, so that a compaction can cut
     * between messages.
     */
    private static final int LONGEST = 16_000;

    @Override
    public void read(ImportRun run) throws IOException {
        SpeakerNames speakers = SpeakerNames.scan(run.source());
        Text text = new Text(run.conversation(Draft.unnamed("text", "")));
        try (LineReader lines = new LineReader(run.source().open())) {
            while (lines.next()) {
                run.tally().record();
                if (lines.tooLong()) {
                    run.tally().damaged(lines.number());
                } else {
                    if (lines.text().indexOf('\uFFFD') >= 0 && lines.repair()) {
                        run.tally().repaired(lines.number());
                    }
                    line(text, lines.text(), speakers.of(lines.text()));
                }
            }
        }
        text.end();
    }

    private static void line(Text text, String line, @Nullable SpeakerLine spoken) {
        if (spoken != null) {
            text.speaker(spoken.speaker());
            text.add(spoken.rest());
        } else if (line.isBlank() && !text.hasSpeaker()) {
            text.flush();
        } else {
            text.add(line);
        }
    }

    private static final class Text {
        private final ConversationWriter writer;
        private final StringBuilder open = new StringBuilder();
        private @Nullable String speaker;

        Text(ConversationWriter writer) {
            this.writer = writer;
        }

        boolean hasSpeaker() {
            return speaker != null;
        }

        void speaker(String name) {
            flush();
            speaker = name;
        }

        void add(String line) {
            if (open.length() + line.length() > LONGEST) {
                flush();
            }
            open.append(line).append('\n');
        }

        void flush() {
            String text = open.toString().strip();
            open.setLength(0);
            if (text.isEmpty()) {
                return;
            }
            Role role = speaker == null ? Role.USER : Speakers.role(speaker);
            String named = speaker == null || Speakers.isPart(speaker) ? text : speaker + ": " + text;
            Origin origin = switch (role) {
                case USER -> Origin.PERSON;
                case ASSISTANT -> Origin.AGENT;
                case SYSTEM, DEVELOPER, TOOL -> Origin.HARNESS;
            };
            writer.message(new NewMessage(null, null, null, role, origin, List.of(new Part.Text(named)), null));
        }

        void end() {
            flush();
            writer.end();
        }
    }
}
