package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After a deletion no table and no file of the home holds a word of the conversation. */
@Tag("servers")
class DeleteCommandTest extends InABackfillHome {

    private Path chat(String name, String mark) throws IOException {
        return chat(name, mark, 12);
    }

    private Path chat(String name, String mark, int turns) throws IOException {
        StringBuilder chat = new StringBuilder();
        for (int turn = 0; turn < turns; turn++) {
            chat.append("{\"role\":\"user\",\"content\":\"Always check the " + mark + " of harbor " + turn + ".\"}\n")
                    .append("{\"role\":\"assistant\",\"content\":\"")
                    .append(("The " + mark + " of harbor " + turn + " was calm, as before. ").repeat(40) + "\"}\n");
        }
        return Files.writeString(directory.resolve(name), chat.toString());
    }

    private String compacted(Path file, String... more) {
        String id = backfills.pith("import", "-q", file.toString()).out().strip();
        List<String> command = new ArrayList<>(List.of("compact", "-q", id));
        command.addAll(List.of(more));
        assertThat(backfills.pith(command.toArray(String[]::new)).code()).isZero();
        assertThat(backfills.pith("flush", "--wait").code()).isZero();
        return id;
    }

    private String imported(Path file) {
        return backfills.pith("import", "-q", file.toString()).out().strip();
    }

    private List<String> tablesWith(String mark) {
        try (Database database = backfills.home.database()) {
            return database.transact(handle -> {
                List<String> found = new ArrayList<>();
                for (String table : handle.select(
                                "select table_name from information_schema.tables where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE' order by 1")
                        .mapTo(String.class)
                        .list()) {
                    long rows = handle.select(
                                    "select count(*) from " + table + " t where t::text ilike '%' || ? || '%'", mark)
                            .mapTo(long.class)
                            .one();
                    if (rows > 0) {
                        found.add(table);
                    }
                }
                return found;
            });
        }
    }

    /** All files but those of the servers: PostgreSQL's pages and log are freed, not wiped. */
    private List<String> filesWith(String mark) throws IOException {
        Path home = directory.resolve("home");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one ->
                            !one.startsWith(home.resolve("postgres")) && !one.startsWith(home.resolve("temporal")))
                    .toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark)) {
                    found.add(home.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void nothingOfItIsLeft_andOthersStay() throws IOException {
        Path file = chat("gone.jsonl", "zanzibarium");
        String gone = compacted(file);
        assertThat(backfills
                        .pith("compact", "-q", gone, "--strategy", "gist", "--model", "plain")
                        .code())
                .isZero();
        String kept = compacted(chat("kept.jsonl", "yarmouthite"));
        assertThat(backfills.pith("search", "zanzibarium").out()).contains("**zanzibarium**");
        assertThat(tablesWith("zanzibarium")).contains("message", "summary", "memory", "chunk_summary");
        assertThat(filesWith("zanzibarium")).anyMatch(name -> name.startsWith("search/"));

        assertThat(backfills.pith("delete", gone, "--dry-run").out()).contains("24 messages");
        assertThat(tablesWith("zanzibarium")).contains("message");
        backfills.assertRefused("nobody can be asked here: add --yes to delete", "delete", gone);
        Result deleted = backfills.pith("delete", gone, "--yes");
        assertThat(deleted.code()).as(deleted.err()).isZero();
        assertThat(deleted.err())
                .contains("Deleted 1 conversation: 24 messages")
                .contains("What remains: ");

        assertThat(tablesWith("zanzibarium")).isEmpty();
        assertThat(filesWith("zanzibarium")).isEmpty();
        assertThat(backfills.pith("search", "zanzibarium").err()).contains("Nothing found");
        assertThat(backfills.pith("search", "yarmouthite", "--limit", "1").out())
                .contains(kept);
        assertThat(backfills.pith("show", kept).out()).contains("every message exactly once");

        backfills.assertRefused("pith import --restore", "import", file.toString());
        backfills.assertRefused("pith import --restore", "compact", file.toString());
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Files.copy(file, folder.resolve("copy.jsonl"));
        assertThat(backfills
                        .pith("delete", imported(folder.resolve("copy.jsonl")), "--yes")
                        .code())
                .isZero();
        assertThat(backfills
                        .pith("backfill", folder.toString(), "--name", "again")
                        .code())
                .isZero();
        assertThat(backfills.count("again", "nothingToDo")).isEqualTo(1);
        assertThat(tablesWith("zanzibarium")).isEmpty();

        Result again = backfills.pith("import", "--restore", "-q", file.toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out().strip()).isNotEqualTo(gone);
        assertThat(backfills.pith("import", "-q", file.toString()).code()).isZero();
    }

    @Test
    void aChainOfSummariesAndLayersGoesToo() throws IOException {
        String gone = compacted(chat("chain.jsonl", "xanthophane", 12));
        assertThat(compacted(chat("chain.jsonl", "xanthophane", 24))).isEqualTo(gone);
        compacted(chat("chain.jsonl", "xanthophane", 36), "--strategy", "layered", "--target-ratio", "0.6");
        assertThat(tablesWith("xanthophane")).contains("summary", "chunk_summary");

        Result deleted = backfills.pith("delete", gone, "--yes");
        assertThat(deleted.code()).as(deleted.err()).isZero();
        assertThat(tablesWith("xanthophane")).isEmpty();
        assertThat(filesWith("xanthophane")).isEmpty();
    }

    @Test
    void oldOnesOfAProjectAreChosen_withTheirSubagents() throws IOException {
        String line = """
                {"type":"user","uuid":"%1$s","sessionId":"%2$s","cwd":"/w/quay","timestamp":"%3$s","message":\
                {"role":"user","content":"Count the boats."}%4$s}
                """;
        Path old = Files.writeString(
                directory.resolve("old.jsonl"),
                line.formatted("u1", "s-old", "2020-01-02T00:00:00Z", "")
                        + line.formatted(
                                "u2", "s-old", "2020-01-02T00:00:00Z", ",\"isSidechain\":true,\"agentId\":\"a1\""));
        Path young = Files.writeString(
                directory.resolve("young.jsonl"), line.formatted("u1", "s-young", "2026-01-02T00:00:00Z", ""));
        assertThat(backfills.pith("import", old.toString(), young.toString()).code())
                .isZero();

        Result listed = backfills.pith("delete", "--project", "/w", "--older-than", "2024-01-01", "--dry-run");
        assertThat(listed.out().lines()).singleElement().asString().contains("with 1 subagent");
        assertThat(backfills.pith("delete", "--project", "/w/other", "--yes").err())
                .contains("nothing to delete");
        assertThat(backfills
                        .pith("delete", "--project", "/w", "--older-than", "2024-01-01", "--yes")
                        .code())
                .isZero();
        assertThat(backfills
                        .pith("list", "--subagents", "--project", "/w")
                        .out()
                        .lines())
                .hasSize(2);
        backfills.assertRefused("name conversations, or choose them", "delete");
        backfills.assertRefused("no conversation \"nope\"", "delete", "nope", "--yes");
    }
}
