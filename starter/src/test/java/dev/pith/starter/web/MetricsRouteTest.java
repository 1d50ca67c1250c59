package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The metrics of the web server as one of its routes. */
@Tag("servers")
class MetricsRouteTest extends InAServedHome {

    private static final Duration PATIENCE = Patience.LONG;

    private String scrape() {
        HttpResponse<String> answer = served.get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        return answer.body();
    }

    @Test
    void anOpenStream_isAGauge_andNoRequestOfLongDuration() throws IOException {
        assertThat(scrape()).contains("pith_http_streams_open 0.0");
        try (InputStream stream = served.stream("/v1/events")) {
            assertThat(stream.read()).isPositive();
            assertThat(scrape()).contains("pith_http_streams_open 1.0");
        }
        await().atMost(PATIENCE).until(() -> scrape().contains("pith_http_streams_open 0.0"));
        assertThat(scrape()).doesNotContain("route=\"/v1/events\"");
    }

    @Test
    void unknownPathsAndMethods_shareOneLabel() {
        served.get("/v1/some/path/of/a/caller");
        served.send(served.request("/healthz").method("BREW", BodyPublishers.noBody()));

        assertThat(scrape())
                .contains("method=\"GET\",route=\"none\",status=\"404\"", "method=\"other\",route=\"none\"")
                .doesNotContain("some/path", "BREW");
    }

    @Test
    void aParameter_isRefused() {
        assertThat(served.get("/metrics?name=x").statusCode()).isEqualTo(422);
    }
}
