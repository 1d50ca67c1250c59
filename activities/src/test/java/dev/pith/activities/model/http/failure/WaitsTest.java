package dev.pith.activities.model.http.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 20 | PT20S",
                "Retry-After: 1.5 | PT1.5S",
                "Retry-After: 0 | PT0S",
                "Retry-After: Fri, 02 Jan 2026 03:05:05 GMT | PT1M",
                "Retry-After: Fri, 02 Jan 2026 03:03:05 GMT | PT0S",
                "Retry-After: 99999999 | PT24H",
                "retry-after-ms: 250 | PT0.25S",
                "x-ratelimit-reset-requests: 6m0s | PT6M",
                "x-ratelimit-reset-tokens: 1.5s | PT1.5S",
                "x-ratelimit-reset-tokens: 120ms | PT0.12S",
                "x-ratelimit-reset-tokens: 1h2m3.5s | PT1H2M3.5S",
                "x-ratelimit-reset-tokens: 2d | PT24H",
                "x-ratelimit-reset-requests: 30 | PT30S",
                "x-ratelimit-reset: 1767323055 | PT10S",
                "X-RateLimit-Reset: 1767323055500 | PT10.5S",
                "anthropic-ratelimit-input-tokens-reset: 2026-01-02T03:04:35Z | PT30S",
                "anthropic-ratelimit-requests-reset: 2026-01-02T05:04:35+02:00 | PT30S",
                "anthropic-ratelimit-requests-reset: 2026-01-01T00:00:00Z | PT0S",
                "anthropic-ratelimit-unified-reset: 1767323055 | PT10S",
            })
    void oneWaitIsReadInAllItsForms(String header, Duration wait) {
        assertThat(wait(header)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: soon",
                "Retry-After: -5",
                "retry-after-ms: NaN",
                "x-ratelimit-reset-tokens: 5 apples",
                "anthropic-ratelimit-requests-reset: 2026-13-45",
                "x-ratelimit-limit-requests: 60",
                "Content-Length: 20"
            })
    void whatIsNoneIsNone(String header) {
        assertThat(wait(header)).isNull();
    }

    @Test
    void theLaterCounts() {
        assertThat(wait("Retry-After: 2", "x-ratelimit-reset-requests: 1s", "x-ratelimit-reset-tokens: 6m0s"))
                .isEqualTo(Duration.parse("PT6M"));
        assertThat(wait("Retry-After: 700", "x-ratelimit-reset-tokens: 6m0s")).isEqualTo(Duration.parse("PT11M40S"));
    }

    @Test
    void aLimitOfWhichSomethingRemainsIsNotWaitedFor() {
        assertThat(wait(
                        "x-ratelimit-remaining-requests: 59",
                        "x-ratelimit-reset-requests: 6m0s",
                        "x-ratelimit-remaining-tokens: 0",
                        "x-ratelimit-reset-tokens: 3s"))
                .isEqualTo(Duration.parse("PT3S"));
        assertThat(wait(
                        "anthropic-ratelimit-tokens-remaining: 9000",
                        "anthropic-ratelimit-tokens-reset: 2026-01-02T04:04:05Z",
                        "Retry-After: 4"))
                .isEqualTo(Duration.parse("PT4S"));
        assertThat(wait("x-ratelimit-remaining-requests: 59", "x-ratelimit-reset-requests: 6m0s"))
                .isNull();
    }

    @Test
    void datesAreHeldAgainstTheServersOwnClock() {
        assertThat(wait("Date: Fri, 02 Jan 2026 03:00:00 GMT", "Retry-After: Fri, 02 Jan 2026 03:00:09 GMT"))
                .isEqualTo(Duration.parse("PT9S"));
    }

    private static @Nullable Duration wait(String... headers) {
        Headers.Builder builder = new Headers.Builder();
        for (String header : headers) {
            builder.add(header);
        }
        return new Waits(builder.build(), NOW).longest();
    }
}
