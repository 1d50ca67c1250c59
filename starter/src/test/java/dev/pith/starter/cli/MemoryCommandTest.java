package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories and their files, as somebody uses them. */
@Tag("servers")
class MemoryCommandTest {

    private static final List<String> RULES = List.of(
            "Always run the tide simulation before a release of the ferry schedule.",
            "We decided to store berth numbers as strings, because some berths have letters.",
            "I prefer short commit messages that name the ferry line.");

    @TempDir
    static Path directory;

    private static ModelHome home;
    private static String conversation;

    @BeforeAll
    static void start() throws IOException {
        home = new ModelHome(directory);
        Path session = Files.writeString(
                directory.resolve("ferry.json"),
                RULES.stream()
                        .map(rule -> "{\"role\":\"user\",\"content\":\"" + rule
                                + "\"},{\"role\":\"assistant\",\"content\":\"Understood, I will.\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        conversation = home.pith("import", session.toString(), "--output", "json")
                .objects()
                .get(0)
                .get("conversation")
                .asText();
        assertThat(home.pith("flush", conversation).code()).isZero();
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    /** As it was before any test, but for what was forgotten or edited. */
    @BeforeEach
    void rebuild() throws IOException {
        Files.deleteIfExists(directory.resolve("home/memory/.pith-memory"));
        configure("");
        home.pith("memory", "rebuild");
    }

    @Test
    void whatAFlushFoundStandsInTheFilesAndInEveryOutput() throws IOException {
        Map<String, String> listed = listed();
        assertThat(listed.values()).contains(RULES.get(1));
        assertThat(file()).content().contains(listed.keySet()).contains(conversation);
        assertThat(directory.resolve("home/memory/MEMORY.md")).content().contains(RULES.get(1));

        String id = id(RULES.get(1));
        assertThat(home.pith("memory", "list").out()).contains(id);
        assertThat(home.pith("memory", "search", "BERTH", "letters").out().lines())
                .singleElement()
                .asString()
                .contains(id, RULES.get(1));
        assertThat(home.pith("memory", "show", id.substring(0, 8)).out()).contains(RULES.get(1), conversation);
        JsonNode shown =
                home.pith("memory", "show", id, "--output", "json").objects().get(0);
        assertThat(shown.get("memory").asText()).isEqualTo(id);
        assertThat(home.pith("memory", "export").out()).contains("- " + RULES.get(1));
        assertThat(home.pith("memory", "export", "--output", "json").objects()).hasSameSizeAs(listed.keySet());
    }

    @Test
    void aHandsEditsAreListed() throws IOException {
        String id = id(RULES.get(0));
        write(text().replace("tide simulation", "tide and wind simulation"));

        Result list = home.pith("memory", "search", "wind", "--output", "json");
        assertThat(list.err()).contains("From the memory files: 1 memory edited by hand, 0 removed");
        assertThat(list.objects()).singleElement().satisfies(memory -> {
            assertThat(memory.get("memory").asText()).isEqualTo(id);
            assertThat(memory.get("state").asText()).isEqualTo("edited");
        });
        assertThat(home.pith("memory", "list").err()).doesNotContain("by hand");
    }

    @Test
    void whatIsForgottenLeavesTheFilesAndTheLists() throws IOException {
        String id = id(RULES.get(2));
        Result forgotten = home.pith("memory", "forget", id);

        assertThat(forgotten.code()).isZero();
        assertThat(forgotten.out()).contains("Forgotten: " + RULES.get(2));
        assertThat(text()).doesNotContain(id);
        assertThat(directory.resolve("home/memory/MEMORY.md")).content().doesNotContain(RULES.get(2));
        assertThat(listed()).doesNotContainKey(id);
        assertThat(home.pith("memory", "list", "--all").out()).contains(id, "(forgotten)");
        assertThat(home.pith("memory", "forget", id).out()).contains("Forgotten before");
        assertThat(home.pith("flush", conversation).code()).isZero();
        assertThat(listed()).doesNotContainKey(id);
    }

    @Test
    void rebuildWritesWhatIsMissing() throws IOException {
        String before = text();
        String id = id(RULES.get(1));
        write(before.replaceFirst("(?s)<!-- pith:" + id + ".*?<!-- /pith:" + id + " -->\n", ""));
        assertThat(home.pith("memory", "rebuild").out()).contains("1 block written");
        assertThat(text()).contains(id);

        Files.delete(file());
        assertThat(home.pith("memory", "rebuild").code()).isZero();
        assertThat(text()).contains(listed().keySet());

        try (Stream<Path> files = Files.list(directory.resolve("home/memory"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(home.pith("memory", "rebuild").code()).isZero();
        assertThat(text()).contains(listed().keySet());
    }

    @Test
    void aDamagedFileIsToldOfAndPutAside() throws IOException {
        String damaged = text() + "<<<<<<< HEAD\n";
        write(damaged);
        Result list = home.pith("memory", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains(RULES.get(1));
        assertThat(list.err()).contains("conflict marker", "The memories are kept in the store");
        assertThat(text()).isEqualTo(damaged);

        Result rebuilt = home.pith("memory", "rebuild");
        assertThat(rebuilt.code()).isEqualTo(3);
        assertThat(rebuilt.err()).contains("put aside as", ".md.damaged-");
        assertThat(text()).contains(listed().keySet()).doesNotContain("HEAD");
    }

    @Test
    void withoutAFolderThereAreOnlyTheRows() throws IOException {
        configure("memory_dir = \"off\"\n");
        write("by hand");
        Result list = home.pith("memory", "list");
        assertThat(list.out()).contains(RULES.get(1));
        assertThat(list.err()).doesNotContain("memory files");
        assertThat(text()).isEqualTo("by hand");

        Result rebuilt = home.pith("memory", "rebuild");
        assertThat(rebuilt.code()).isEqualTo(2);
        assertThat(rebuilt.err()).hasLineCount(1).contains("no memory folder is configured: set memory_dir");
        Files.delete(file());
    }

    @Test
    void anotherStoresFolderIsNeverWritten() throws IOException {
        Path foreign = Files.createDirectories(directory.resolve("foreign"));
        Files.writeString(foreign.resolve(".pith-memory"), "folder=0000000000000000\nstore=another\n");
        configure("memory_dir = \"" + foreign + "\"\n");
        Result list = home.pith("memory", "list");

        assertThat(list.out()).contains(RULES.get(1));
        assertThat(list.err()).contains(foreign + " holds the memories of another store", "choose another memory_dir");
        assertThat(foreign).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void wrongIdsGetOneLine() {
        for (String[] wrong : new String[][] {
            {"memory", "show", "nope"},
            {"memory", "forget", "../x"},
            {"memory", "forget", "%"},
            {"memory", "show", ""},
            {"memory", "list", "--kind", "x"},
            {"memory", "list", "--limit", "0"},
            {"memory", "list", "--since", "yesterday"},
            {"memory", "search"},
            {"memory"}
        }) {
            Result refused = home.pith(wrong);
            assertThat(refused.code()).describedAs(String.join(" ", wrong)).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines().filter(line -> line.startsWith("pith: ")))
                    .describedAs(refused.err())
                    .hasSize(1);
        }
    }

    private static String id(String text) throws IOException {
        return listed().entrySet().stream()
                .filter(memory -> memory.getValue().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " was not remembered"))
                .getKey();
    }

    private static Map<String, String> listed() throws IOException {
        return home.pith("memory", "list", "--output", "json").objects().stream()
                .collect(Collectors.toMap(
                        memory -> memory.get("memory").asText(),
                        memory -> memory.get("text").asText()));
    }

    private static void configure(String settings) throws IOException {
        Files.writeString(directory.resolve("home/pith.toml"), settings + ModelHome.profiles(home.fake.baseUrl()));
    }

    private static Path file() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("home/memory"))) {
            return files.filter(file -> file.toString().matches(".*/[0-9-]{10}\\.md"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text() throws IOException {
        return Files.readString(file());
    }

    private static void write(String text) throws IOException {
        Path file = file();
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
