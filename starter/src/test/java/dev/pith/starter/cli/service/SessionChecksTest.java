package dev.pith.starter.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.runtime.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A user's home with the folders of some programs. */
@Tag("servers")
class SessionChecksTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path home;

    private Path pi(String name, String content) throws Exception {
        Path file = home.resolve(".pi/agent/sessions/--repo--").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String session(String id) {
        return """
                {"type":"session","version":3,"id":"%s","cwd":"/repo"}
                {"type":"message","id":"e1","parentId":null,"message":{"role":"user","content":"Paint it."}}
                """.formatted(id);
    }

    @Test
    void eachProgramsSessionsAreCounted() throws Exception {
        Path stored = pi("1.jsonl", session("p1"));
        pi("2.jsonl", session("p2"));
        pi("3.jsonl", "");
        pi("4.jsonl", "{\"theme\":\"dark\"}\n");
        pi("1.jsonl.zst", "");
        Files.createDirectories(home.resolve(".local/share/opencode"));
        Files.writeString(home.resolve(".local/share/opencode/opencode.db"), "not opened");
        try (Database database = Database.open(postgres.dataSource())) {
            try (ConversationIntake intake = new ConversationIntake(database)) {
                new SourceReader().read(stored, intake, ImportOptions.DEFAULT);
                intake.finish();
            }
            Map<String, String> environment = Map.of("HOME", home.toString());

            assertThat(SessionChecks.of(database, environment))
                    .allMatch(Check::ok)
                    .extracting(Check::name, Check::detail)
                    .contains(
                            tuple(
                                    "Sessions: pi",
                                    "4 session files in " + home.resolve(".pi/agent/sessions")
                                            + ": 1 stored; 1 new (pith import --discover --yes); 2 passed over:"
                                            + " 1 × JSON of another kind, 1 × an empty file; 1 copy left out"),
                            tuple(
                                    "Sessions: opencode",
                                    "1 database in " + home.resolve(".local/share/opencode/storage") + ", "
                                            + home.resolve(".local/share/opencode/opencode.db")
                                            + ": databases are not looked into"),
                            tuple("Sessions: droid", "none in " + home.resolve(".factory/sessions")));
        }
    }
}
