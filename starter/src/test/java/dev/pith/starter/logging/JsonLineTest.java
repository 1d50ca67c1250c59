package dev.pith.starter.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The log as JSON: one line of ASCII for each event. */
class JsonLineTest {

    private static final Instant TIME = Instant.parse("2026-03-21T10:00:00.123456Z");

    private static String line(String message, @Nullable Throwable thrown) {
        return JsonLine.of(TIME, "WARN", "dev.pith.Worker", message, "main", thrown);
    }

    @Test
    void everyPart_hasItsField() throws IOException {
        JsonNode read = new ObjectMapper().readTree(line("Draining: 1 call", null));

        assertThat(read.path("time").asText()).isEqualTo("2026-03-21T10:00:00.123Z");
        assertThat(read.path("level").asText()).isEqualTo("WARN");
        assertThat(read.path("logger").asText()).isEqualTo("dev.pith.Worker");
        assertThat(read.path("message").asText()).isEqualTo("Draining: 1 call");
        assertThat(read.path("thread").asText()).isEqualTo("main");
        assertThat(read.has("exception")).isFalse();
    }

    @Test
    void controlCharacters_areEscaped_andCanBeReadBack() throws IOException {
        String message = "a\nb\r\tc\u001b[31m\u0000\u007f\u009b\u2028\u202e\"\\ \u00e9 \ud83d\ude00";
        String line = line(message, null);

        assertThat(line).matches("[ -~]+");
        assertThat(new ObjectMapper().readTree(line).path("message").asText()).isEqualTo(message);
    }

    @Test
    void anException_hasClassesAndStack_butNoMessage() throws IOException {
        Exception thrown = new IllegalStateException("Detail: (text)=(a secret)", new IOException("quotes a secret"));
        String line = line("failed", thrown);

        assertThat(line).doesNotContain("secret");
        JsonNode exception = new ObjectMapper().readTree(line).path("exception");
        assertThat(exception.path("class").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(exception.path("stack").asText())
                .contains("\n\tat dev.pith.starter.logging.JsonLineTest", "\nCaused by: java.io.IOException\n");
    }

    @Test
    void levels_areThoseOfTheTextLog() {
        Logger library = new JsonLogProvider().getLoggerFactory().getLogger("com.zaxxer.hikari");
        Logger poller = new JsonLogProvider().getLoggerFactory().getLogger("io.temporal.internal.worker.PollerOptions");

        assertThat(library.isEnabledForLevel(Level.DEBUG)).isFalse();
        assertThat(library.isEnabledForLevel(Level.ERROR)).isTrue();
        assertThat(poller.isEnabledForLevel(Level.ERROR)).isFalse();
    }
}
