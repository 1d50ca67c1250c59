package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server like llama.cpp's, whose window and slots are fewer than the profile says. */
@Tag("servers")
class ServedLessTest {

    private static final String SMALL_CHUNKS = """
            context_window = 4000
            tail_turns = 1
            tail_min_tokens = 100
            tail_max_tokens = 500
            summary_max_tokens = 400
            single_pass_max_tokens = 1000
            chunk_max_tokens = 1000
            """;

    private static final String LINE =
            "The server of model profile priced serves a window of 8,192 tokens, not the 20,000 of"
                    + " its context_window, and 1 call at a time, not the 4 of its concurrency: the smaller counts"
                    + " (llama.cpp /props)";

    @TempDir
    Path directory;

    private ModelHome home;

    @BeforeEach
    void start() throws IOException {
        home = new ModelHome(directory);
        Files.writeString(directory.resolve("home/pith.toml"), SMALL_CHUNKS + ModelHome.profiles(home.fake.baseUrl()));
        home.fake.behaves(call -> Behavior.timed(Duration.ofMillis(100), Duration.ZERO, 80));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private Result compact(int number) {
        try {
            return home.pith(
                    "compact",
                    "--model",
                    "priced",
                    "--flush",
                    "off",
                    home.chat("chat" + number + ".jsonl", 24 + number).toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Result> threeAtOnce() {
        List<CompletableFuture<Result>> running = IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> compact(number)))
                .toList();
        List<Result> ended = running.stream().map(CompletableFuture::join).toList();
        assertThat(ended)
                .allSatisfy(
                        command -> assertThat(command.code()).as(command.err()).isZero());
        assertThat(home.fake.calls().size()).isGreaterThanOrEqualTo(ended.size());
        return ended;
    }

    @Test
    void whereTheServerServesLessThatCountsForAllCommandsAndIsSaidOnce() {
        home.fake.tells("/props", "{\"default_generation_settings\":{\"n_ctx\":8192},\"total_slots\":1}");
        assertThat(threeAtOnce())
                .allSatisfy(command -> assertThat(command.err().lines()).containsOnlyOnce(LINE));
        assertThat(home.fake.mostAtOnce()).isOne();
        assertThat(requests("'model' ->> 'contextWindow'")).containsExactly("8192");
        assertThat(requests("'concurrency'")).containsExactly("1");
    }

    @Test
    void whereItTellsNothingTheProfileCountsAndNothingIsSaid() {
        assertThat(threeAtOnce())
                .allSatisfy(command -> assertThat(command.err()).doesNotContain("the smaller counts"));
        assertThat(home.fake.mostAtOnce()).isBetween(2, 4);
        assertThat(requests("'model' ->> 'contextWindow'")).containsExactly("20000");
        assertThat(requests("'concurrency'")).containsExactly("4");
    }

    /** What compactions were asked for, each value once. */
    private List<String> requests(String path) {
        try (Database database = home.database()) {
            return database.transact(
                    handle -> handle.select("select distinct (request -> " + path + ")::text from compaction")
                            .mapTo(String.class)
                            .list());
        }
    }
}
