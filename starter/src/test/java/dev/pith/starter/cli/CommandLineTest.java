package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StackOptions;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.runtime.TestTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, on real servers that stay up between them. */
@Tag("servers")
class CommandLineTest {

    @TempDir
    static Path directory;

    private static Home home;
    private static EmbeddedStack servers;

    @BeforeAll
    static void start() throws IOException {
        home = TestHome.withStore(directory.resolve("home"));
        servers = EmbeddedStack.acquire(home, StackOptions.both("test", TestTemporal.source()), StartupProgress.SILENT);
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
        TestHome.leave(home);
    }

    @Test
    void compactsShowsUndoes() throws IOException {
        Path file = chat("main.json", 60);
        Result compacted = pith("compact", file.toString(), "--output", "json");
        JsonNode object = JsonMapper.builder().build().readTree(compacted.out());
        String id = object.get("conversation").asText();

        assertThat(compacted.code()).isZero();
        assertThat(object.get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(object.get("tokensAfter").asLong())
                .isLessThan(object.get("tokensBefore").asLong());
        assertThat(object.get("version").asInt()).isEqualTo(2);
        assertThat(object.get("attached").asBoolean()).isFalse();
        assertThat(object.get("summary").asText()).contains("## ");

        assertThat(pith("show", id.substring(0, 6)).out()).contains("every message exactly once");
        assertThat(pith("list").out()).contains(id);
        assertThat(pith("status", id).out()).contains("compacted");
        assertThat(pith("context", id).out()).startsWith("=== Summary of messages 1 to");
        assertThat(pith("undo", id).out()).contains("version 3");
        assertThat(pith("context", id).out()).startsWith("=== User");
        assertThat(pith("undo", id)).satisfies(again -> {
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("nothing to undo");
        });
    }

    @Test
    void compactingAgainFindsNothingToDo() throws IOException {
        String file = chat("again.json", 60).toString();
        Result first = pith("compact", "-q", file);
        Result again = pith("compact", file);

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("Nothing to do").contains("pith context");
        assertThat(again.out()).isEqualTo(first.out()).startsWith("## ");
        JsonNode object =
                pith("compact", "-q", file, "--output", "json").objects().get(0);
        assertThat(object.get("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(object.get("summary").asText().strip()).isEqualTo(first.out().strip());
        assertThat(object.get("from").asInt()).isOne();
    }

    @Test
    void everythingAboutAConversationIsToldInJsonAsWell() throws IOException {
        Path tiny = Chat.write(directory.resolve("tiny.json"), 1, 1);
        String id = pith("import", "-q", tiny.toString()).out().strip();
        JsonNode never = pith("status", id, "--output", "json").objects().get(0);
        assertThat(never.get("conversation").asText()).isEqualTo(id);
        assertThat(never.get("state").asText()).isEqualTo("never compacted");
        assertThat(never.get("compaction").isNull()).isTrue();
        JsonNode nothing = pith("compact", id, "--output", "json").objects().get(0);
        assertThat(nothing.get("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(nothing.get("summary").isNull()).isTrue();

        String file = chat("json.jsonl", 60).toString();
        JsonNode compacted = pith("compact", file, "--output", "json").objects().get(0);
        String other = compacted.get("conversation").asText();
        JsonNode watched = pith("watch", other, "--output", "json").objects().get(0);
        assertThat(watched.get("compaction")).isEqualTo(compacted.get("compaction"));
        assertThat(watched.get("outcome").asText()).isEqualTo("COMPACTED");

        List<JsonNode> shown =
                pith("show", other, "--output", "json", "--full", "--summaries").objects();
        assertThat(shown).hasSize(121);
        assertThat(shown.get(0).get("complete").asBoolean()).isTrue();
        assertThat(shown.get(0).get("versions")).hasSize(2);
        assertThat(shown.get(0).get("summaries").get(0).get("live").asBoolean()).isTrue();
        assertThat(shown.get(0).get("summaries").get(0).get("text")).isEqualTo(compacted.get("summary"));
        assertThat(shown.get(1).get("place").asText()).isEqualTo("summary");
        assertThat(shown.get(120).get("place").asText()).isEqualTo("live");
        assertThat(shown.get(1).get("parts").get(0).get("text").asText()).startsWith("Request 0 of json.jsonl");

        JsonNode undone = pith("undo", other, "--output", "json").objects().get(0);
        assertThat(undone.get("version").asInt()).isEqualTo(3);
        assertThat(undone.get("undone").get(0)).isEqualTo(compacted.get("compaction"));
    }

    @Test
    void quietLeavesOnlyTheSummary() throws IOException {
        Result quiet = pith("compact", "--quiet", chat("quiet.json", 60).toString());

        assertThat(quiet.code()).isZero();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).startsWith("## ");
    }

    @Test
    void someOfSeveralFailedIsPartly() throws IOException {
        Path nothing = Files.createFile(directory.resolve("empty.json"));
        Result partly =
                pith("compact", "-q", nothing.toString(), chat("good.json", 60).toString());

        assertThat(partly.code()).isEqualTo(3);
        assertThat(partly.err()).contains("empty.json: found an empty file");
        assertThat(partly.out()).contains("## ");
    }

    @Test
    void whatIsNoConversationIsOneLineAndStoresNothing() throws IOException {
        Path other = Files.writeString(directory.resolve("package.json"), "{\"name\":\"x\"}");
        String before = pith("list", "--output", "json").out();
        Result refused = pith("import", other.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(refused.err()).contains("package.json").contains("expected");
        assertThat(pith("list", "--output", "json").out()).isEqualTo(before);
    }

    @Test
    void impossibleRequestsSayWhatToDoInstead() throws IOException {
        String file = chat("never.json", 60).toString();

        assertThat(pith("compact", "--target-tokens", "0", file)).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("target tokens are 0, must be at least 50");
        });
        assertThat(pith("show", "zzzzzz")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("no conversation \"zzzzzz\"").contains("pith list");
        });
        assertThat(pith("compact", "--strategy", "nope", file)).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("'--strategy': expected rolling, layered, prune, gist but was 'nope'");
        });
        assertThat(pith("show", ""))
                .satisfies(result -> assertThat(result.code()).isEqualTo(2));
        assertThat(pith("compakt", file)).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("compact");
        });
        assertThat(pith("cancel", importedId("idle.json"))).satisfies(result -> {
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("nothing to cancel");
        });
    }

    @Test
    void aServerThatCannotBeReachedIsFive() {
        Result unreachable = Result.of("list", "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/pith");

        assertThat(unreachable.code()).isEqualTo(5);
        assertThat(unreachable.err()).contains("jdbc:postgresql://127.0.0.1:1/pith");
        assertThat(unreachable.err()).doesNotContain("\tat ");
    }

    @Test
    void theDatabasesPasswordIsPrintedNowhere() {
        for (String url : new String[] {
            "jdbc:postgresql://127.0.0.1:1/pith?user=me&password=hunter2",
            "jdbc:postgresql://me:hunter2@127.0.0.1:1/pith",
            "jdbc:nosuch://127.0.0.1/pith?password=hunter2"
        }) {
            for (String command : new String[] {"config", "list", "doctor"}) {
                Result result = pith(command, "--verbose", "--jdbc-url", url);
                assertThat(result.out() + result.err()).contains("jdbc:").doesNotContain("hunter2");
            }
        }
    }

    @Test
    void resumePrintsTheNewestSessionOfThisDirectory() throws IOException {
        Path session = directory.resolve("here.jsonl");
        Files.writeString(session, """
                {"type":"user","sessionId":"5b3c1a9e-0000-4000-8000-000000000001","cwd":"%s","uuid":"u1",\
                "parentUuid":null,"isSidechain":false,"timestamp":"2026-01-01T00:00:00Z",\
                "message":{"role":"user","content":"Where were we?"}}
                """.formatted(Path.of("").toAbsolutePath()));
        pith("import", "-q", session.toString());

        assertThat(pith("resume", "--last").out()).contains("Where were we?");
    }

    /** The text of a session must not act on the terminal of who reads it: OSC 52 writes its clipboard. */
    @Test
    void aTerminalShowsWhatASessionHoldsOfControlsAndAFileGetsItAsItIs() throws IOException {
        String clipboard = "\u001b]52;c;cHdk\u0007";
        String json = "\\u001b]52;c;cHdk\\u0007";
        Path file = chat("escapes.json", 60);
        String turn = "[{\"role\":\"user\",\"content\":\"Never push " + json + " to main.\"},";
        Files.writeString(file, turn + Files.readString(file).substring(1));
        String id = pith("import", "-q", file.toString()).out().strip();

        assertThat(pith("context", id).out()).contains("Never push " + clipboard);
        for (String[] command : new String[][] {{"context", id}, {"resume", id}, {"show", id, "--full"}}) {
            assertThat(onTerminal(command).out())
                    .contains("Never push \\u001b]52;c;cHdk\\u0007 to main.")
                    .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f]");
        }
        assertThat(onTerminal("list").out()).doesNotContain("\u001b");
        assertThat(onTerminal("import", directory.resolve("no\u001b[2Jne").toString())
                        .err())
                .contains("no\\u001b[2Jne");
        JsonNode compacted = pith("compact", id, "--output", "json").objects().get(0);
        assertThat(compacted.get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(compacted.get("summary").asText()).contains("Never push").doesNotContain("\u001b");
    }

    @Test
    void configSaysWhereAValueCameFrom() {
        assertThat(pith("config").out()).containsPattern("home +\\S+ +flag --home");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(pith("completion").out()).contains("compact").contains("undo");
    }

    private static String importedId(String name) throws IOException {
        return pith("import", "-q", chat(name, 3).toString()).out().strip();
    }

    private static Path chat(String name, int turns) throws IOException {
        return Chat.write(directory.resolve(name), turns, 40);
    }

    private static Result onTerminal(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        return Result.onTerminal(all.toArray(String[]::new));
    }

    private static Result pith(String... arguments) {
        return Result.in(home, arguments);
    }
}
