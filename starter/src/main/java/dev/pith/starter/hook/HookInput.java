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
 * What Claude Code gives a hook on standard input, as far as it is needed.
 *
 * @param transcript null where none is named
 */
record HookInput(String event, String source, @Nullable Path transcript) {

    /** A real one has some hundred bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads one JSON object and not a byte more than needed: whoever writes may leave the stream open.
     *
     * @throws IOException where it is something else, or larger than a megabyte
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

    /** What it is, in words. */
    String described() {
        return (event.isEmpty() ? "an event without a name" : event) + " with "
                + (source.isEmpty() ? "no source" : "source " + source);
    }

    boolean tellsOfACompaction() {
        return source.equals("compact") && (event.isEmpty() || event.equals("SessionStart"));
    }
}
