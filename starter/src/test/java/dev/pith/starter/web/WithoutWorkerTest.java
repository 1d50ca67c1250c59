package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A web server without a worker of its own, while no other runs. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutWorkerTest {

    private static final Duration QUICK = Duration.ofSeconds(15);

    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        served = ServedHome.withoutWorker(directory, "");
    }

    @AfterAll
    void close() {
        served.close();
    }

    private void assertToldAtOnce(String path, String body) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = served.post(path, body);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        assertThat(problem(503, answer).path("detail").asText())
                .isEqualTo("no worker runs: start one (pith worker), then repeat the request");
    }

    @Test
    void aCompaction_isRefusedAtOnce() {
        assertToldAtOnce("/v1/conversations/" + served.conversation("waits") + "/compactions", "{}");
    }

    @Test
    void aFlush_isRefusedAtOnce() {
        assertToldAtOnce("/v1/conversations/" + served.conversation("unflushed") + "/flushes", "{}");
    }

    @Test
    void aBackfill_isRefusedAtOnce() {
        assertToldAtOnce("/v1/backfills", "{}");
    }

    @Test
    void withoutTheSetting_noFileIsImported() {
        assertThat(problem(403, served.post("/v1/backfills", "{\"paths\":[\"/tmp\"]}"))
                        .path("detail")
                        .asText())
                .contains("web_folders");
    }

    @Test
    void aPlanNeedsNone() {
        String id = served.conversation("planned");

        assertThat(object(served.post("/v1/conversations/" + id + "/compactions/plan", "{}"))
                        .path("calls")
                        .asInt())
                .isZero();
    }

    @Test
    void aResponseToCompact_isRefusedAtOnce() {
        assertToldAtOnce("/v1/responses/compact", "{\"input\":\"Compact this.\"}");
    }
}
