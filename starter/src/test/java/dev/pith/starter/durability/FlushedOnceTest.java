package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Database;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flushes of many conversations, whose workers are killed: every range is flushed once, in order within its conversation. */
@Tag("servers")
class FlushedOnceTest {

    private static final int CONVERSATIONS = 200;
    private static final int RANGES = 3;
    private static final int REQUESTS = 60;
    private static final int KILLS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Random random = new Random(20261121);
    private final ExecutorService clients = Executors.newFixedThreadPool(12);

    @TempDir
    Path directory;

    private CommandHome home;

    @BeforeEach
    void makeAHome() throws Exception {
        home = new CommandHome(directory);
    }

    @AfterEach
    void stop() throws Exception {
        clients.shutdownNow();
        home.close();
    }

    @Test
    void howeverOftenWorkersAreKilled() throws Exception {
        try (Engine engine = home.storeAndTemporal()) {
            RememberedConversations all = new RememberedConversations(engine.database());
            List<String> many = all.make(CONVERSATIONS, RANGES);
            String one = all.make(1, REQUESTS).get(0);
            List<Runnable> requests = new ArrayList<>(atOnce(engine, one));
            for (String conversation : many) {
                requests.add(() -> {
                    for (int range = 1; range <= RANGES; range++) {
                        request(engine, conversation, range);
                    }
                });
            }
            Collections.shuffle(requests, random);
            List<Future<?>> asked =
                    requests.stream().<Future<?>>map(clients::submit).toList();
            for (int kill = 0; kill < KILLS; kill++) {
                PithProcess worker = home.pith("worker");
                PithProcess another = home.pith("worker");
                worker.killAfter(2_000 + random.nextInt(3_000));
                another.killAfter(random.nextInt(1_500));
            }
            for (Future<?> each : asked) {
                each.get();
            }
            PithProcess last = home.pith("worker");
            awaitDone(engine.database());
            last.kill();
            all.assertFlushedOnceInOrder();
            assertThat(all.messagesFlushed(one)).isEqualTo(REQUESTS);
        }
    }

    @Test
    void whenTemporalsDataIsThrownAway() throws Exception {
        try (Engine engine = home.storeAndTemporal()) {
            RememberedConversations all = new RememberedConversations(engine.database());
            List<String> many = all.make(CONVERSATIONS / 4, RANGES);
            for (String conversation : many) {
                request(engine, conversation, 1);
            }
            PithProcess worker = home.pith("worker");
            await().atMost(PATIENCE).until(() -> all.done() > CONVERSATIONS / 16);
            worker.kill();
            for (String conversation : many) {
                engine.database().table(Flushes.class).request(conversation, RANGES, null, null);
            }
            long before = all.done();
            home.throwTemporalsDataAway();
            assertThat(before).isLessThan(many.size());
            PithProcess last = home.pith("worker");
            awaitDone(engine.database());
            last.kill();
            all.assertFlushedOnceInOrder();
            assertThat(last.output())
                    .containsPattern("INFO .*flush \\d+ of .*: the reply is fit, waited \\d+ ms, ran \\d+ ms");
        }
    }

    /** Requests for more and more of one conversation, all at the same time. */
    private List<Runnable> atOnce(Engine engine, String conversation) {
        List<Runnable> requests = new ArrayList<>();
        for (int range = 1; range <= REQUESTS; range++) {
            int through = range;
            requests.add(() -> request(engine, conversation, through));
        }
        return requests;
    }

    private static void request(Engine engine, String conversation, long through) {
        engine.database().table(Flushes.class).request(conversation, through, null, null);
        engine.flushes().wake(conversation);
    }

    private static void awaitDone(Database database) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(database.table(Flushes.class).open(null)).isEmpty());
    }
}
