package dev.pith.starter.cli;

import dev.pith.starter.engine.Engine;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.schedules.ScheduleException;
import org.jspecify.annotations.Nullable;

/** What the commands about schedules have in common. */
final class Schedules {

    private Schedules() {}

    /** The server that lives within a process keeps no schedules. */
    static void requireServer(Engine engine) {
        if (engine.temporal().inProcess()) {
            throw CommandProblem.usage(
                    "schedules need a Temporal server, and this home runs without one: install the temporal"
                            + " command, or configure a server's address (pith doctor says more)");
        }
    }

    /** In the words of Temporal, where it refuses. */
    static RuntimeException problem(String what, RuntimeException failure) {
        StatusRuntimeException refused = refusal(failure);
        if (refused == null) {
            return failure;
        }
        return refused.getStatus().getCode() == Status.Code.NOT_FOUND
                ? CommandProblem.usage(
                        what + ": there is no such schedule; pith backfill schedule list shows those there are")
                : CommandProblem.usage(what + ": " + refused.getStatus().getDescription());
    }

    private static @Nullable StatusRuntimeException refusal(RuntimeException failure) {
        Throwable cause = failure instanceof ScheduleException ? failure.getCause() : failure;
        return cause instanceof StatusRuntimeException status ? status : null;
    }
}
