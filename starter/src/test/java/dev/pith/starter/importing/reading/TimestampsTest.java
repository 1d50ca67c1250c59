package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "\"2026-01-02T03:04:05.678Z\", 2026-01-02T03:04:05.678Z",
        "\"2026-01-02T03:04:05+02:00\", 2026-01-02T01:04:05Z",
        "\"2026-01-02T03:04:05\", 2026-01-02T03:04:05Z",
        "\"2026-01-02 03:04:05\", 2026-01-02T03:04:05Z",
        "\"2026-01-02\", 2026-01-02T00:00:00Z",
        "1767323045, 2026-01-02T03:04:05Z",
        "1767323045.5, 2026-01-02T03:04:05.500Z",
        "1767323045678, 2026-01-02T03:04:05.678Z",
    })
    void readsTheUsualForms(String json, String time) throws Exception {
        assertThat(Timestamps.parse(JsonFields.MAPPER.readTree(json))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "1",
                "99999999999999999",
                "\"yesterday\"",
                "\"0001-01-01T00:00:00Z\"",
                "null",
                "true",
                "\"\"",
                "\"2026-13-45\""
            })
    void refusesAbsurdOnes(String json) throws Exception {
        assertThat(Timestamps.parse(JsonFields.MAPPER.readTree(json))).isNull();
    }

    @Test
    void findsTheRecordsOwn() throws Exception {
        assertThat(Timestamps.of(JsonFields.MAPPER.readTree("{\"timestamp\":\"bad\",\"created_at\":1767323045}")))
                .isEqualTo("2026-01-02T03:04:05Z");
    }
}
