package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetriedDailyTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:34:56Z");

    @TempDir
    Path directory;

    private final AtomicInteger asked = new AtomicInteger();

    private String find(Instant now, String circumstances) {
        RetriedDaily daily = new RetriedDaily(
                progress -> TemporalProgram.missing("no wind " + asked.incrementAndGet()),
                directory.resolve("failure"),
                circumstances,
                Clock.fixed(now, ZoneOffset.UTC));
        return daily.find(StartupProgress.SILENT).whyNot();
    }

    @Test
    void asksAgainAfterADayOnly() {
        assertThat(find(NOON, "a")).isEqualTo("no wind 1");
        assertThat(find(NOON.plus(Duration.ofHours(23)), "a"))
                .isEqualTo("no wind 1 (as tried at 2026-03-21 12:34; pith doctor tries again)");
        assertThat(find(NOON.plus(Duration.ofHours(24)), "a")).isEqualTo("no wind 2");
    }

    @Test
    void asksAgainWhereTheCircumstancesOrTheClockHaveChanged() {
        find(NOON, "a");
        assertThat(find(NOON, "b")).isEqualTo("no wind 2");
        assertThat(find(NOON.minusSeconds(1), "b")).isEqualTo("no wind 3");
    }

    @Test
    void aFileThatIsDamagedIsNone() throws Exception {
        find(NOON, "a");
        Files.writeString(directory.resolve("failure"), "at=\\u00zz\nwhy=?");
        assertThat(find(NOON, "a")).isEqualTo("no wind 2");
        assertThat(directory.resolve("failure")).content().doesNotContain("zz");
    }

    @Test
    void storesOnlyAHashOfTheCircumstances() {
        find(NOON, "http://mira:secret@proxy");
        assertThat(directory.resolve("failure")).content().doesNotContain("secret");
    }
}
