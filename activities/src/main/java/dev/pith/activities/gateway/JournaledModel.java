package dev.pith.activities.gateway;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreOutage;
import dev.pith.workflows.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a model and stores each reply before it is used. For 30 days the same request gets the stored reply; an unfit
 * or fresh reply is reused only by its own compaction. Each task makes at most one call. Thread-safe.
 */
public final class JournaledModel {

    /** A content filter that rejects the prompt is treated like one that rejects the reply. */
    private static final Map<ModelFailure.Kind, Verdict> VERDICTS =
            Map.of(ModelFailure.Kind.FILTERED, Verdict.REFUSED, ModelFailure.Kind.TOO_SLOW, Verdict.TOO_SLOW);

    private static final Logger LOG = LoggerFactory.getLogger(JournaledModel.class);

    private final Database database;
    private final ModelProfile profile;
    private final ModelClient client;
    private final EndpointLimiter endpointLimiter;
    private final CallSlots callSlots;
    private final CostLedger costLedger;
    private final RetryPolicy retryPolicy;
    private final ServerSlots slots;
    private final AtomicInteger running = new AtomicInteger();

    /** Creates a model whose server is not probed. */
    public JournaledModel(Database database, ModelProfile profile, ModelClient client) {
        this(database, profile, client, Optional::empty);
    }

    /**
     * Creates a model of an endpoint.
     *
     * @param server probes the server for its window and slots, within seconds; empty if the server does not report
     *     them
     */
    public JournaledModel(
            Database database, ModelProfile profile, ModelClient client, Supplier<Optional<ToldWindow>> server) {
        this.database = database;
        this.profile = profile;
        this.client = client;
        this.endpointLimiter = new EndpointLimiter(database, profile);
        this.callSlots = new CallSlots(endpointLimiter);
        this.costLedger = new CostLedger(database, profile);
        this.retryPolicy = new RetryPolicy(database, endpointLimiter);
        this.slots = new ServerSlots(database, endpointLimiter.endpoint(), server);
    }

    /** Returns the profile of this model. */
    public ModelProfile profile() {
        return profile;
    }

    /**
     * Returns the context window to plan with.
     *
     * @param reckoned the window by the profile, in tokens
     * @return the same, or the endpoint's window if it recently reported or showed a smaller one
     */
    public int window(int reckoned) {
        Integer learnt = endpointLimiter.state().servedWindow();
        return learnt == null ? reckoned : Math.min(learnt, reckoned);
    }

    /**
     * Returns the stored reply to this request, or makes one call. Blocks for up to a minute for a permit, then for the
     * call.
     *
     * @param validator judges a new reply; a stored reply keeps its verdict
     * @param cancellationToken ends the wait or the call; its priority orders waiting tasks
     * @return the reply with its verdict; an unfit reply is returned, too, unless its prompt was truncated
     * @throws ModelCallException if there is no usable reply; its kind says whether to retry, split or give up
     */
    public ModelAnswer answer(ModelTask task, ReplyValidator validator, CancellationToken cancellationToken) {
        String hash = RequestHash.of(profile, task.request());
        Optional<StoredReply> known = database.table(Replies.class).find(hash, scopes(task));
        if (known.isPresent()) {
            return read(new ModelAnswer(
                    known.get().text(), Verdict.valueOf(known.get().verdict()), true));
        }
        retryPolicy.mayAsk(task);
        slots.known();
        try (CallSlot callSlot = callSlots.take(task, cancellationToken)) {
            running.incrementAndGet();
            try {
                return read(ask(task, hash, validator, callSlot));
            } finally {
                running.decrementAndGet();
            }
        }
    }

    /** Returns the number of running calls of this process; a call counts until its reply is stored. */
    public int running() {
        return running.get();
    }

    /**
     * Stops starting calls; running calls go on. A waiting task fails and is retried elsewhere, since a call started
     * now might be cut after it was paid for.
     */
    public void beginNoMore() {
        callSlots.end();
    }

    /** Turns a truncated prompt into an overflow, so that the caller splits the text. */
    private static ModelAnswer read(ModelAnswer modelAnswer) {
        if (modelAnswer.verdict() == Verdict.TRUNCATED_INPUT) {
            throw ModelCallException.of(ModelCallException.Kind.OVERFLOW, modelAnswer.text());
        }
        return modelAnswer;
    }

    private ModelAnswer ask(ModelTask task, String hash, ReplyValidator validator, CallSlot callSlot) {
        long call = costLedger.begin(task, callSlot.permit());
        long started = System.nanoTime();
        ModelReply reply;
        try {
            ModelCall prepared = client.newCall(task.request());
            reply = clean(callSlot.during(prepared::cancel, prepared::execute));
        } catch (ModelFailure failure) {
            if (VERDICTS.containsKey(failure.kind())) {
                return judged(task, hash, call, failure, millisSince(started));
            }
            CallEnd end = costLedger.unanswered(task, CallOutcome.of(failure.kind()), failure, millisSince(started));
            throw retryPolicy.met(task, call, failure, end);
        }
        if (reply.finish() == Finish.FAILED) {
            ModelFailure failure = failed(reply);
            CallEnd end = costLedger.unanswered(task, CallOutcome.of(failure.kind()), failure, millisSince(started));
            throw retryPolicy.met(task, call, failure, end);
        }
        callSlot.close();
        Verdict verdict = verdict(validator, reply);
        String text = reply.text();
        if (verdict == Verdict.TRUNCATED_INPUT) {
            // The reply covers only a part of the prompt; the useful information is how much was read.
            int read = (int) reply.usage().promptTokens();
            endpointLimiter.learnt(read);
            text = "the endpoint read only " + read + " of about " + validator.promptTokens()
                    + " tokens that were sent: set context_window to what it serves";
        }
        CallEnd end = costLedger.answered(verdict, reply, millisSince(started));
        ModelAnswer modelAnswer = kept(call, end, stored(task, hash, verdict, text));
        endpointLimiter.answered();
        return modelAnswer;
    }

    /** Returns the verdict; a paid reply whose validation throws is stored as unfit. */
    private Verdict verdict(ReplyValidator validator, ModelReply reply) {
        try {
            return validator.on(reply);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("A reply of model profile {} could not be judged and counts as not fit", profile.name(), e);
            return Verdict.MALFORMED;
        }
    }

    /** Stores reply and cost in one transaction. Blocks during an outage of the store, since the reply is paid for. */
    private ModelAnswer kept(long call, CallEnd end, StoredReply reply) {
        return StoreOutage.outlasted(() -> database.transact(handle -> {
            handle.attach(ModelCalls.class).end(call, end);
            handle.attach(Replies.class).put(reply);
            return new ModelAnswer(reply.text(), Verdict.valueOf(reply.verdict()), false);
        }));
    }

    /** Stores a permanent failure as a verdict on an empty reply. */
    private ModelAnswer judged(ModelTask task, String hash, long call, ModelFailure failure, long millis) {
        Verdict verdict = Objects.requireNonNull(VERDICTS.get(failure.kind()));
        CallEnd end = costLedger.unanswered(task, CallOutcome.of(verdict), failure, millis);
        return kept(call, end, stored(task, hash, verdict, ""));
    }

    /** Returns the failure that the endpoint reported inside its answer: a transport failure, not a reply. */
    private static ModelFailure failed(ModelReply reply) {
        String words = "the endpoint ended its answer with finish reason " + reply.ended();
        return new ModelFailure(ModelFailure.Kind.TRANSPORT, 200, words, null, 0, true, null).having(reply.usage());
    }

    /**
     * Removes what the model wrapped around the text, control characters, and characters that the database rejects. A
     * reply that cannot be stored would be paid for again.
     */
    private static ModelReply clean(ModelReply reply) {
        String text = ControlCharacters.without(RefusedCharacters.replace(UnwrappedReply.of(reply.text())));
        return new ModelReply(text, reply.reasoned(), reply.finish(), reply.ended(), reply.usage(), reply.windowTold());
    }

    private static StoredReply stored(ModelTask task, String hash, Verdict verdict, String text) {
        boolean shared = verdict == Verdict.FIT && !task.use().fresh();
        String scope = shared ? StoredReply.SHARED : task.compaction();
        return new StoredReply(hash, scope, task.conversation(), text, verdict.name());
    }

    private static List<String> scopes(ModelTask task) {
        return task.use().fresh() ? List.of(task.compaction()) : List.of(StoredReply.SHARED, task.compaction());
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
