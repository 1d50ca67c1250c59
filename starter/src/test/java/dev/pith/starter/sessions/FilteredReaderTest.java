package dev.pith.starter.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.intake.MemoryIntake;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredReaderTest {

    private static final String SESSION = """
            {"type":"user","sessionId":"5b3c1a9e-0000-4000-8000-000000000001","cwd":"/srv/tide/app","uuid":"u1",\
            "parentUuid":null,"timestamp":"2026-01-01T00:00:00Z","message":{"role":"user","content":"Paint it."}}
            {"type":"summary","summary":"Harbor colors","leafUuid":"u1"}
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("one.jsonl"), SESSION);
    }

    private FilteredReader ignoring(String glob) {
        return new FilteredReader(SessionPatterns.of(
                new SettingsLoader(Map.of(), Map.of("PITH_HOME", directory.toString(), "PITH_IGNORE_SESSIONS", glob))
                        .load(),
                Setting.IGNORE_SESSIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5b3c1a9e-*", "/srv/tide/*", "/srv/**", "Harbor*", "one.jsonl", "nothing, **/one.*"})
    void aGlobOnAnyName_leavesTheSessionOut_andSendsNothing(String glob) {
        MemoryIntake sink = new MemoryIntake();

        assertThatThrownBy(() -> ignoring(glob).read(file, sink, ImportOptions.DEFAULT))
                .isInstanceOf(IgnoredSessionException.class)
                .hasMessageContaining("ignore_sessions has \"");
        assertThat(sink.finish()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5b3c1a9e", "/srv/*", "tide", "*.json", "Harbor"})
    void aGlobMustMatchAWholeName(String glob) throws Exception {
        MemoryIntake sink = new MemoryIntake();
        ignoring(glob).read(file, sink, ImportOptions.DEFAULT);

        assertThat(sink.finish()).hasSize(1);
    }

    @Test
    void aStreamIsReadOnce_andMatchedByWhatItBeginsWith() throws Exception {
        MemoryIntake sink = new MemoryIntake();
        FilteredReader project = ignoring("/srv/tide/*");
        assertThatThrownBy(() -> project.read(stream(), "standard input", sink, ImportOptions.DEFAULT))
                .isInstanceOf(IgnoredSessionException.class);

        ignoring("Paper*").read(stream(), "standard input", sink, ImportOptions.DEFAULT);
        assertThat(sink.finish()).hasSize(1);
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(SESSION.getBytes(UTF_8));
    }
}
