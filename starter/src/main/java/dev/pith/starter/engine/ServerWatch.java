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
 * Monitors the servers while a command uses them. Servers of the home are restarted when they exit. If a Temporal does
 * not answer, the home's own or a cluster, the user is informed once, and once more when it does. Work waits meanwhile
 * and loses nothing.
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

    /** Starts monitoring. A cluster from Temporal's own configuration is not started by this process. */
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
            // The home's own server is restarted if it has exited.
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

    /** Stops monitoring; returns when no start is in progress. */
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
