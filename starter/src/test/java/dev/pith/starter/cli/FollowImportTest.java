package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.durability.PithProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports that go on as the sources grow. */
@Tag("servers")
class FollowImportTest extends InAModelHome {

    @BeforeAll
    void makeTheWindowSmall() throws IOException {
        Path settings = home.directory.resolve("home/pith.toml");
        Files.writeString(
                settings,
                "context_window = 8_000\nstore_only_sessions = [\"*archive*\"]\n" + Files.readString(settings));
    }

    private static void add(Path file, int from, int to, String words) throws IOException {
        Files.createDirectories(file.getParent());
        String session = String.valueOf(file.getFileName()).replace(".jsonl", "");
        StringBuilder lines = new StringBuilder();
        for (int number = from; number <= to; number++) {
            lines.append("""
                    {"type":"user","uuid":"%1$s-%2$d","sessionId":"%1$s","timestamp":"2026-02-03T10:00:00Z",\
                    "message":{"role":"user","content":"Request %2$d: check the harbor. %3$s"}}
                    """.formatted(session, number, words));
        }
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void whatIsAdded_isImported_untilStopped() throws Exception {
        Path folder = home.directory.resolve("projects");
        Path old = folder.resolve("a/old.jsonl");
        add(old, 1, 2, "");
        Files.writeString(folder.resolve("notes.txt"), "Nobody speaks here.\n");
        PithProcess following = home.elsewhere("import", "--follow", folder.toString());
        following.awaitOutput("Following 1 source");

        add(old, 3, 3, "");
        following.awaitOutput("old.jsonl (claude-code): 1 new message, 2 known");
        Path added = folder.resolve("b/new.jsonl");
        add(added, 1, 4, "");
        following.awaitOutput("new.jsonl (claude-code): 4 new messages");
        // Droid's settings belong to the session beside them.
        add(folder.resolve("b/new.settings.json"), 1, 2, "");
        Files.writeString(folder.resolve("other.json"), "{\"no\": \"session\"}");
        add(added, 5, 5, "");
        following.awaitOutput("new.jsonl (claude-code): 1 new message, 4 known");
        Files.writeString(added, "no session any more");
        following.awaitOutput("pith: " + added + ": found ");
        following.signal("TERM");

        assertThat(following.exitCode()).isEqualTo(143);
        assertThat(following.output())
                .doesNotContain("notes.txt", "other.json", "settings.json")
                .containsOnlyOnce("pith: ");
        assertThat(home.pith("list", "--output", "json").objects())
                .extracting(each -> each.path("messages").asInt())
                .contains(3, 5);
    }

    @Test
    void aSessionThatGrowsFull_isCompacted_andWhyAnotherIsNot_isToldOnce() throws Exception {
        Path file = home.directory.resolve("growing/growing.jsonl");
        Path archive = home.directory.resolve("growing/archive.jsonl");
        String words = "The harbor was checked and is calm, and the pilot waits at the pier for the tide.";
        add(file, 1, 1, "");
        add(archive, 1, 300, words);
        PithProcess following = home.elsewhere(
                "import",
                "--follow",
                "--if-needed",
                home.directory.resolve("growing").toString());
        following.awaitOutput("Not compacted: ");
        assertThat(following.output()).doesNotContain("Compacted ");

        add(file, 2, 300, words);
        following.awaitOutput("Compacted ");
        add(archive, 301, 301, "");
        following.awaitOutput("archive.jsonl (claude-code): 1 new message, 300 known");
        add(file, 301, 301, "");
        following.awaitOutput("growing.jsonl (claude-code): 1 new message, 300 known");
        following.signal("TERM");

        assertThat(following.exitCode()).isEqualTo(143);
        assertThat(following.output())
                .containsPattern("Compacted \\S+ \\(claude-code, 300 messages\\)")
                .containsOnlyOnce("Not compacted: ");
    }

    @Test
    void whatCannotBeFollowed_isRefused() {
        assertThat(home.pith("import", "--follow", "--final", "x").err()).contains("leave one of them out");
        assertThat(home.pith("import", "--follow", "-").err()).contains("name a file");
        assertThat(home.pith("import", "--follow", "--discover").err()).contains("add --yes");
        assertThat(home.pith(
                                "import",
                                "--follow",
                                home.directory.resolve("absent").toString())
                        .code())
                .isEqualTo(2);
    }
}
