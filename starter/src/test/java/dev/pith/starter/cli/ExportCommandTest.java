package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context that was handed to another tool, read again from the file that this tool would resume. */
@Tag("servers")
class ExportCommandTest extends InABackfillHome {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SESSION = "66666666-0000-4000-8000-00000000000a";

    private final StringBuilder log = new StringBuilder();
    private String conversation = "";
    private int lines;

    @BeforeAll
    void compactASessionOfClaudeCode() throws IOException {
        for (int turn = 0; turn < 12; turn++) {
            user("\"Request " + turn + ": please check the harbor.\"", "");
            reply("m" + turn, text(("The harbor was calm at hour " + turn + ", as before. ").repeat(60)));
        }
        user("\"Read the tide table, then \\\"close\\\" the gate 🚢.\"", "");
        reply("m-calls", text("I read both files."));
        reply("m-calls", call("toolu_1", "{\"path\":\"tides/2026.csv\",\"lines\":[1,2]}"));
        reply("m-calls", call("toolu_2", "{\"path\":\"gate.log\"}"));
        user("[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_1\",\"content\":\"high 06:12\\nlow 12:30\"}]", "");
        user(
                "[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_2\",\"content\":\"no such file\",\"is_error\":true}]",
                "");
        user("\"The skill gate-keeping was loaded.\"", ",\"isMeta\":true");
        reply("m-end", text("The gate is closed."));
        user("[{\"type\":\"image\",\"source\":{}},{\"type\":\"text\",\"text\":\"Is it this gate?\"}]", "");
        Path file = Files.writeString(directory.resolve(SESSION + ".jsonl"), log);
        conversation = imported(file);
        assertThat(backfills
                        .pith("compact", "-q", "--target-tokens", "400", conversation)
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "codex", "opencode", "pi", "txcript"})
    void aContext_isReadAgainAsItWas(String format) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("to-" + format));
        Result exported = backfills.pith("export", conversation, "--format", format, "-o", folder.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        Path file = only(folder);
        assertThat(exported.out()).isEmpty();
        assertThat(exported.err()).contains("Wrote " + file, "To resume: ");

        Result read = backfills.pith("import", file.toString());
        String again = read.out().strip();
        assertThat(again).isNotEqualTo(conversation);
        assertThat(read.err()).contains(format);
        assertThat(entries(again, format)).isEqualTo(entries(conversation, format));
        JsonNode first = context(again).path(0);
        assertThat(first.path("origin").asText()).isEqualTo("native_summary");
        assertThat(first.path("text").asText()).startsWith("The conversation so far, messages 1 to ");
        assertThat(backfills.pith("show", again).out()).contains("every message exactly once");
    }

    @Test
    void aFileThatExists_isReplacedOnlyWithForce() throws IOException {
        Path file = Files.writeString(directory.resolve("taken.jsonl"), "mine");
        String[] export = {"export", conversation, "--format", "pi", "-o", file.toString()};
        backfills.assertRefused("exists and is not replaced", export);
        assertThat(file).hasContent("mine");

        assertThat(backfills
                        .pith("export", conversation, "--format", "pi", "-o", file.toString(), "--force")
                        .code())
                .isZero();
        assertThat(Files.readString(file)).startsWith("{\"type\":\"session\"");
    }

    @Test
    void aContextWithoutSummary_startsWithAMessageOfTheUser() throws IOException {
        Path file = Files.writeString(directory.resolve("short.json"), """
                [{"role":"system","content":"Answer in French."},{"role":"assistant","content":"Bonjour."}]
                """);
        String id = imported(file);
        Result without = backfills.pith("export", id, "--format", "txcript");
        assertThat(without.err()).contains("no summary and 1 message", "Left out 1 system message");
        assertThat(JSON.readTree(without.out()).path("messages").findValuesAsText("role"))
                .containsExactly("user", "assistant");

        Result with = backfills.pith("export", id, "--format", "txcript", "--instructions");
        assertThat(JSON.readTree(with.out())
                        .path("messages")
                        .path(0)
                        .path("content")
                        .asText())
                .contains("Answer in French.");
        backfills.assertRefused("--budget is 0", "export", id, "--format", "pi", "--budget", "0");
        backfills.assertRefused(
                "expected claude-code, codex, opencode, pi, txcript but was", "export", id, "--format", "claude");
    }

    private String imported(Path file) {
        return backfills.pith("import", "-q", file.toString()).out().strip();
    }

    private JsonNode context(String id) throws IOException {
        return JSON.readTree(
                        backfills.pith("context", "-q", id, "--format", "json").out())
                .path("entries");
    }

    /** What follows the summary, without numbers: each text with who wrote it, each call with its result. */
    private List<String> entries(String id, String format) throws IOException {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : context(id)) {
            boolean summary = entry.path("type").asText().equals("summary")
                    || entry.path("origin").asText().equals("native_summary");
            if (summary) {
                continue;
            }
            // Txcript has no place for who wrote a text of the user's role.
            String by = format.equals("txcript") ? "" : entry.path("origin").asText() + " ";
            if (!entry.path("text").asText().isEmpty()) {
                entries.add(by + entry.path("text").asText());
            }
            for (JsonNode call : entry.path("calls")) {
                // Codex has no place for whether a call failed.
                entries.add(
                        format.equals("codex")
                                ? ((ObjectNode) call).without("failed").toString()
                                : call.toString());
            }
        }
        assertThat(entries).hasSizeGreaterThan(5);
        return entries;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().get(0);
        }
    }

    private void user(String content, String more) {
        line("user", "{\"role\":\"user\",\"content\":" + content + "}" + more);
    }

    private void reply(String id, String block) {
        line("assistant", "{\"id\":\"" + id + "\",\"role\":\"assistant\",\"content\":[" + block + "]}");
    }

    private void line(String type, String message) {
        String parent = lines == 0 ? "null" : "\"u" + lines + "\"";
        lines++;
        log.append("{\"type\":\"%s\",\"uuid\":\"u%d\",\"parentUuid\":%s,\"sessionId\":\"%s\",\"cwd\":\"/harbor\","
                        .formatted(type, lines, parent, SESSION))
                .append("\"gitBranch\":\"tides\",\"timestamp\":\"2026-03-21T09:%02d:%02d.000Z\",\"message\":"
                        .formatted(lines / 60, lines % 60))
                .append(message)
                .append("}\n");
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String call(String id, String input) {
        return "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"Read\",\"input\":" + input + "}";
    }
}
