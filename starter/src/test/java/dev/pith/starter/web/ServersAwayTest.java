package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends under the web server: requests are told so, and everything goes on when it is back. */
@Tag("servers")
class ServersAwayTest extends InAServedHome {

    @Test
    void whilePostgresqlIsAway_requestsAreToldSo_andStreamsGoOnAfterwards() throws Exception {
        String id = served.conversation("survivor");
        try (InputStream stream = served.stream("/v1/events")) {
            SentEvent.some(stream, 1);

            served.killPostgres();

            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        HttpResponse<String> answer = served.get("/v1/conversations/" + id);
                        if (answer.statusCode() == 503) {
                            assertThat(problem(503, answer).path("detail").asText())
                                    .contains("PostgreSQL");
                            assertThat(answer.headers().firstValue("Retry-After"))
                                    .isPresent();
                        }
                        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
                        return answer.statusCode() == 200;
                    });

            assertGoesOn(stream, id);
        }
    }

    private void assertGoesOn(InputStream stream, String id) throws IOException {
        assertThat(served.post("/v1/conversations/" + id + "/compactions?wait=60s", "{}")
                        .statusCode())
                .isEqualTo(202);
        List<SentEvent> events = SentEvent.some(stream, 1);
        while (!events.toString().contains(id)) {
            events = SentEvent.some(stream, 1);
        }
    }
}
