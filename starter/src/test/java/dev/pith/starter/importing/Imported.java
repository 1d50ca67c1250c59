package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a sink got from one source, to look at. */
public class Imported implements ConversationSink {

    public static final ImportOptions FINAL = new ImportOptions(true, null);

    private final Map<ConversationHeader, List<NewMessage>> conversations = new LinkedHashMap<>();
    private List<NewMessage> current = List.of();

    @Nullable
    public String describedTitle;

    @Nullable
    String describedProject;

    @Nullable
    public String describedBranch;

    final List<String> takenBack = new ArrayList<>();

    private @Nullable ImportSummary summary;

    public static Imported file(Path file, ImportOptions options) throws IOException, NotAConversationException {
        Imported imported = new Imported();
        imported.summary = new SourceReader().read(file, imported, options);
        return imported;
    }

    public static Imported text(Path folder, String name, String content)
            throws IOException, NotAConversationException {
        return text(folder, name, content, ImportOptions.DEFAULT);
    }

    public static Imported text(Path folder, String name, String content, ImportOptions options)
            throws IOException, NotAConversationException {
        return file(Files.writeString(folder.resolve(name), content), options);
    }

    @Override
    public void conversation(ConversationHeader header) {
        current = conversations.computeIfAbsent(header, h -> new ArrayList<>());
    }

    @Override
    public void message(NewMessage message) {
        current.add(message);
    }

    @Override
    public void takeBack(long from, long to) {
        assertThat(to).isLessThanOrEqualTo(current.size());
        takenBack.add(from + " to " + to);
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        describedTitle = title;
        describedProject = project;
        describedBranch = branch;
    }

    public ImportSummary summary() {
        return Objects.requireNonNull(summary);
    }

    public List<ConversationHeader> headers() {
        return List.copyOf(conversations.keySet());
    }

    List<List<NewMessage>> all() {
        return List.copyOf(conversations.values());
    }

    public List<NewMessage> messages() {
        return conversations.values().stream().flatMap(List::stream).toList();
    }

    /** Each message in one line: who wrote it, and its words. */
    public List<String> lines() {
        return messages().stream().map(Imported::line).toList();
    }

    static String line(NewMessage message) {
        return message.origin() + ": "
                + String.join(
                        " | ", message.parts().stream().map(Imported::part).toList());
    }

    public List<Origin> origins() {
        return messages().stream().map(NewMessage::origin).toList();
    }

    private static String part(Part part) {
        if (part instanceof Part.ToolCall call) {
            return "call " + call.callId() + " " + call.name() + " " + call.input();
        }
        if (part instanceof Part.ToolResult result) {
            return (result.failed() ? "failed " : "result ") + result.callId() + " " + result.text();
        }
        return part instanceof Part.Reasoning ? "thinks " + part.text() : part.text();
    }
}
