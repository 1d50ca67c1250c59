package dev.pith.starter.cli.compaction;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.StoreOutage;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Follows a running compaction to its end and returns its row from the store. */
final class Following {

    private static final long POLL_MILLIS = 120;

    /**
     * How long a workflow may take to close after its outcome is stored. It starts its flush meanwhile; an in-process
     * server may never confirm that.
     */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final CompactionClient client;
    private final ProgressView view;
    private final Function<CompactionRequest, Optional<String>> hopeless;

    Following(CompactionClient client, ProgressView view) {
        this(client, view, request -> Optional.empty());
    }

    /**
     * Creates an instance that also stops if the compaction cannot proceed.
     *
     * @param hopeless returns why no worker can run the compaction; empty if one can or if this is unknown
     */
    Following(CompactionClient client, ProgressView view, Function<CompactionRequest, Optional<String>> hopeless) {
        this.client = client;
        this.view = view;
        this.hopeless = hopeless;
    }

    Compaction untilEnd(CompactionRequest request) {
        boolean inline = request.spec().flush() == FlushMode.INLINE;
        return untilEnd(
                request.conversation(),
                request.spec().strategy(),
                request.id(),
                trouble(request),
                inline ? FlushMode.INLINE_PATIENCE.plus(CLOSING) : CLOSING);
    }

    /** Follows a compaction of which only the id is known. */
    Compaction untilEnd(String conversation, Strategy strategy, String compaction) {
        return untilEnd(
                conversation, strategy, compaction, UnaryOperator.identity(), FlushMode.INLINE_PATIENCE.plus(CLOSING));
    }

    private UnaryOperator<Progress> trouble(CompactionRequest request) {
        UnaryOperator<Progress> model = client.trouble(request);
        return progress -> {
            if (progress.stage() == Stage.WAITING_FOR_WORKER) {
                hopeless.apply(request).ifPresent(why -> {
                    view.clear();
                    throw new CommandProblem(ExitCode.PARTLY, why);
                });
            }
            return model.apply(progress);
        };
    }

    private Compaction untilEnd(
            String conversation,
            Strategy strategy,
            String compaction,
            UnaryOperator<Progress> trouble,
            Duration closing) {
        CompletableFuture<Optional<String>> ended = client.ended(conversation, strategy);
        Optional<Optional<String>> end = waitFor(ended);
        Instant latest = Instant.MAX;
        while (end.isEmpty() && Instant.now().isBefore(latest)) {
            patiently(() -> client.progress(conversation, strategy).map(trouble))
                    .ifPresent(view::show);
            if (latest.equals(Instant.MAX) && patiently(() -> client.hasEnded(compaction))) {
                latest = Instant.now().plus(closing);
            }
            end = waitFor(ended);
        }
        view.clear();
        String why = end.flatMap(reason -> reason).orElse("its workflow ended without a trace in the store");
        return patiently(() -> client.settled(compaction))
                .orElseThrow(
                        () -> new CommandProblem(ExitCode.FAILED, "compaction of " + conversation + " failed: " + why));
    }

    private <T> T patiently(Supplier<T> look) {
        return StoreOutage.outlasted(look, view::storeIsAway);
    }

    private static Optional<Optional<String>> waitFor(CompletableFuture<Optional<String>> ended) {
        try {
            return Optional.of(ended.get(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        } catch (ExecutionException e) {
            return Optional.of(Optional.ofNullable(e.getMessage()));
        }
    }
}
