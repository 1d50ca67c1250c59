package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.runtime.TestTemporal;
import dev.pith.workflows.TaskQueues;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether anybody works for an endpoint, as a Temporal says that may just have come back. */
@Tag("servers")
class KnownWorkersTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 2));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTemporalThatHasJustComeBack_isGivenTimeToKnowItsWorkers() throws InterruptedException {
        String address = "127.0.0.1:" + TestTemporal.port(0);
        CompletableFuture<TemporalConnection> connecting = CompletableFuture.supplyAsync(() -> to(address));
        TimeUnit.SECONDS.sleep(1); // It is away for whoever connects now.
        try (TemporalDevServer server = start(address);
                TemporalConnection connection = connecting.join()) {
            assertThat(server).isNotNull();
            KnownWorkers known = new KnownWorkers(connection, database);
            CompletableFuture<Boolean> any = CompletableFuture.supplyAsync(() -> known.any("late"));
            TimeUnit.SECONDS.sleep(2);
            assertThat(any).isNotDone();

            WorkerFactory factory = WorkerFactory.newInstance(connection.client());
            String queue = TaskQueues.endpoint(TaskQueues.workflows(database.storeId()), "late");
            factory.newWorker(queue)
                    .registerActivitiesImplementations(
                            new QueueActivitiesImpl(connection.client(), database, Set.of(), connection.outage()));
            factory.start();
            assertThat(any.join()).isTrue();
            factory.shutdownNow();
        }
    }

    @Test
    void aTemporalThatWasThere_isBelievedAtOnce() {
        try (TemporalConnection connection = to(DevServer.target())) {
            Instant begun = Instant.now();
            assertThat(new KnownWorkers(connection, database).any("nobody")).isFalse();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static TemporalConnection to(String address) {
        return TemporalConnection.to(
                ClientConfigProfile.newBuilder().setAddress(address).build(), null);
    }

    private static TemporalDevServer start(String address) {
        return TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setExistingPath(TestTemporal.program().toString())
                .setLogLevel("error")
                .setPort(Integer.parseInt(address.substring(address.indexOf(':') + 1)))
                .build());
    }
}
