package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("servers")
class ExitDeadlineTest {

    /** A program that hangs, and whose shutdown hook hangs too. */
    static final class Hanging {

        private Hanging() {}

        public static void main(String[] arguments) {
            ExitDeadline.begin(Duration.ofMillis(200), Duration.ofMillis(200));
            Runtime.getRuntime().addShutdownHook(new Thread(Hanging::hang));
            hang();
        }

        @SuppressWarnings("InfiniteLoopStatement")
        private static void hang() {
            while (true) {
                LockSupport.park();
            }
        }
    }

    @Test
    void aProgramThatHangsInItsShutdownHookEnds() throws Exception {
        Process process = new ProcessBuilder(JavaCommand.of(Hanging.class, List.of())).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
