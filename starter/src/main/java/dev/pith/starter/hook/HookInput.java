package dev.pith.starter.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.starter.config.UserHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The fields used of the input that Claude Code gives a hook on standard input.
 *
 * @param transcript null if none is named
 */
record HookInput(String event, String source, @Nullable Path transcript) {

    /** Size limit; actual inputs have some hundred bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads one JSON object and no byte after it, because the writer may leave the stream open.
     *
     * @throws IOException if the input is not a JSON object or is larger than a megabyte
     */
    static HookInput read(InputStream in) throws IOException {
        JsonFactory factory = JSON.getFactory();
        try (JsonParser parser = factory.createParser(new Bounded(in, MOST_BYTES))) {
            JsonNode object = JSON.readTree(parser);
            if (object == null || !object.isObject()) {
                throw new IOException("the hook's input is no JSON object");
            }
            String path = object.path("transcript_path").asText("");
            return new HookInput(
                    object.path("hook_event_name").asText(""),
                    object.path("source").asText(""),
                    path.isBlank() ? null : UserHome.expand(path, UserHome.of(System.getenv())));
        }
    }

    /** Returns a description for messages. */
    String described() {
        return (event.isEmpty() ? "an event without a name" : event) + " with "
                + (source.isEmpty() ? "no source" : "source " + source);
    }

    boolean tellsOfACompaction() {
        return source.equals("compact") && (event.isEmpty() || event.equals("SessionStart"));
    }
}
