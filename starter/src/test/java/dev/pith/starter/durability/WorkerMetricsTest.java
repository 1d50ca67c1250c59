package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.Engine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The metrics and the health of {@code pith worker} in a process of its own, also while PostgreSQL is away. */
@Tag("servers")
class WorkerMetricsTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Pattern URL = Pattern.compile("Metrics: (\\S+)/metrics");

    @TempDir
    Path directory;

    private CommandHome home;
    private Engine servers;
    private TcpRelay relay;

    @BeforeEach
    void open() throws Exception {
        home = new CommandHome(directory);
        servers = home.storeAndTemporal();
        relay = TcpRelay.to(
                URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort());
    }

    @AfterEach
    void close() throws Exception {
        relay.close();
        servers.close();
        home.close();
    }

    @Test
    void aWorker_answersWithMetricsAndHealth_alsoWithoutPostgres() throws Exception {
        String jdbc = postgres.jdbcUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/");
        PithProcess worker = home.pith(Map.of("PITH_JDBC_URL", jdbc, "PITH_METRICS_ADDRESS", "0"), "worker");
        worker.awaitOutput("takes work from Temporal");
        String url =
                URL.matcher(worker.output()).results().findFirst().orElseThrow().group(1);

        assertThat(Scrape.get(url + "/healthz").statusCode()).isEqualTo(200);
        assertThat(Scrape.get(url + "/readyz").statusCode()).isEqualTo(200);
        assertThat(Scrape.get(url + "/metrics/more").statusCode()).isEqualTo(404);
        assertThat(Scrape.get(url + "/").statusCode()).isEqualTo(404);
        Scrape before = Scrape.of(url);
        assertThat(before.value("pith_store_up")).isEqualTo(1);
        assertThat(before.value("pith_flushes_pending")).isZero();
        assertThat(before.samples()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
        await().atMost(Patience.LONG).until(() -> Scrape.of(url).samples().contains("temporal_worker_start_total"));

        relay.close();
        await().atMost(Patience.LONG).until(() -> Scrape.of(url).value("pith_store_up") == 0);
        long begun = System.nanoTime();
        Scrape away = Scrape.of(url);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(away.value("pith_store_up")).isZero();
        assertThat(away.value("pith_flushes_pending")).isNaN();
        assertThat(Scrape.get(url + "/readyz"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
                .satisfies(answer -> assertThat(answer.body()).contains("PostgreSQL does not answer"));
        assertThat(Scrape.get(url + "/healthz").statusCode()).isEqualTo(200);
        worker.kill();
    }

    @Test
    void anAddressThatIsTaken_isToldWithItsSetting() {
        PithProcess worker = home.pith(Map.of("PITH_METRICS_ADDRESS", String.valueOf(relay.port())), "worker");

        assertThat(worker.exitCode()).isEqualTo(5);
        assertThat(worker.output()).contains("cannot listen on " + relay.port(), "metrics_address");
    }
}
