package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

    private static final String NOT_NAMED = "/no/such/home";

    private final long self = ProcessHandle.current().pid();

    @Test
    void isFoundByNumberAndStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        assertThat(ServerProcess.find(self, started, NOT_NAMED)).isPresent();
        assertThat(ServerProcess.find(self, started.plusSeconds(5), NOT_NAMED)).isPresent();
        assertThat(ServerProcess.find(self, started.minus(Duration.ofHours(1)), NOT_NAMED))
                .isEmpty();
        assertThat(ServerProcess.find(Integer.MAX_VALUE, started, NOT_NAMED)).isEmpty();
    }

    @Test
    void isFoundByWhatItServesAfterTheClockWasSet() throws IOException {
        Process server = new ProcessBuilder("sleep", "60.25").start();
        try {
            Instant beforeTheClockWasSet = Instant.now().minus(Duration.ofHours(1));
            await().atMost(Patience.LONG)
                    .until(() -> server.info().commandLine().orElse("").contains("60.25"));
            assertThat(ServerProcess.find(server.pid(), beforeTheClockWasSet, "60.25"))
                    .isPresent();
            assertThat(ServerProcess.find(server.pid(), beforeTheClockWasSet, NOT_NAMED))
                    .isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aZombieIsDead() throws IOException {
        // The shell's child ends at once, and sleep, which the shell becomes, never buries it.
        Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
        try {
            await().atMost(Patience.LONG)
                    .until(() -> parent.children().findFirst().isPresent()
                            && parent.info().command().orElse("").endsWith("sleep"));
            long zombie = parent.children().findFirst().orElseThrow().pid();
            await().atMost(Patience.LONG)
                    .untilAsserted(() -> assertThat(ServerProcess.find(zombie)).isEmpty());
            assertThat(ProcessHandle.of(zombie)).isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void theStateFollowsTheLastParenthesis() {
        String rest = " 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 ";
        assertThat(ServerProcess.isZombie("7 (a) Z (b) S" + rest + "1 0 55")).isFalse();
        assertThat(ServerProcess.isZombie("7 (a b) Z" + rest + "1 0 55")).isTrue();
        assertThat(ServerProcess.isZombie("")).isFalse();
    }

    @Test
    void aZombieWithLivingThreadsStillHoldsItsPorts() {
        assertThat(ServerProcess.isZombie("7 (temporal) Z 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 12 0 55"))
                .isFalse();
    }
}
