package dev.pith.starter.engine;

import dev.pith.starter.runtime.EmbeddedStack;
import dev.pith.starter.runtime.StartupProgress;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the servers while a command uses them: the home's are started again where they end, and of a Temporal that does
 * not answer, the home's own or a cluster, the user is told once, and once when it does again. Work waits meanwhile and loses nothing.
 */
final class ServerWatch implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long DEADLINE_SECONDS = 5;

    private final EmbeddedStack stack;
    private final TemporalConnection temporal;
    private final boolean configured;
    private final StartupProgress startupProgress;
    private final Thread thread = new Thread(this::looks, "pith-servers");
    private boolean told;

    private ServerWatch(
            EmbeddedStack stack, TemporalConnection temporal, boolean configured, StartupProgress startupProgress) {
        this.stack = stack;
        this.temporal = temporal;
        this.configured = configured;
        this.startupProgress = startupProgress;
    }

    /** Watches from now on; a cluster that Temporal's own configuration names is not for this process to start. */
    static ServerWatch begin(
            EmbeddedStack stack, TemporalConnection temporal, boolean configured, StartupProgress startupProgress) {
        ServerWatch watch = new ServerWatch(stack, temporal, configured, startupProgress);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void looks() {
        try {
            while (true) {
                Thread.sleep(PERIOD.toMillis());
                restart();
                if (!temporal.inProcess()) {
                    ask();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            List<String> restarted = stack.restartEnded(startupProgress);
            if (!restarted.isEmpty()) {
                startupProgress.step(
                        String.join(" and ", restarted) + " had ended while this command used it, and runs again");
                told = false;
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            tell("A server of the home ended and does not start again: " + e.getMessage());
        }
    }

    private void ask() {
        try {
            temporal.client()
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            if (told) {
                told = false;
                startupProgress.step("Temporal at " + temporal.where() + " answers again");
            }
        } catch (StatusRuntimeException e) {
            // The home's own is started again where it ended.
            boolean isKnown = !configured && e.getStatus().getCode() == Status.Code.UNAVAILABLE;
            if (!isKnown && !Thread.currentThread().isInterrupted()) {
                tell("Temporal at " + temporal.where() + " does not answer ("
                        + e.getStatus().getCode() + "): work waits until it does");
            }
        }
    }

    private void tell(String words) {
        if (!told) {
            told = true;
            startupProgress.step(words);
        }
    }

    /** Returns once nothing is being started any more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
