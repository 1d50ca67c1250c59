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
 * A model whose replies are written down before they are used: what reached the store is never paid for again. Each question
 * makes at most one call. Thread-safe.
 */
public final class JournaledModel {

    /** What a filter takes on the way in is as much an answer as what it takes on the way out. */
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

    /** A model whose server is not asked what it serves. */
    public JournaledModel(Database database, ModelProfile profile, ModelClient client) {
        this(database, profile, client, Optional::empty);
    }

    /**
     * A model of an endpoint.
     *
     * @param server asks the server what it serves, which takes seconds at most; empty where it does not tell
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

    /** The endpoint that it asks. */
    public ModelProfile profile() {
        return profile;
    }

    /** The window that the endpoint serves, as far as it told or showed, at most what the request reckons with. */
    public int window(int reckoned) {
        Integer learnt = endpointLimiter.state().servedWindow();
        return learnt == null ? reckoned : Math.min(learnt, reckoned);
    }

    /**
     * Answers from the journal, or asks.
     *
     * @throws ModelCallException where there is no answer
     */
    public ModelAnswer answer(ModelTask question, ReplyValidator judgment, CancellationToken cancellationToken) {
        String hash = RequestHash.of(profile, question.request());
        Optional<StoredReply> known = database.table(Replies.class).find(hash, scopes(question));
        if (known.isPresent()) {
            return read(new ModelAnswer(
                    known.get().text(), Verdict.valueOf(known.get().verdict()), true));
        }
        retryPolicy.mayAsk(question);
        slots.known();
        try (CallSlot callSlot = callSlots.take(question, cancellationToken)) {
            running.incrementAndGet();
            try {
                return read(ask(question, hash, judgment, callSlot));
            } finally {
                running.decrementAndGet();
            }
        }
    }

    /** How many calls run here now, each until what came of it is stored. */
    public int running() {
        return running.get();
    }

    /**
     * Begins no more calls; those that run go on. A question that waits for its turn is to be asked again elsewhere: begun
     * now, its call might be cut and paid for in vain.
     */
    public void beginNoMore() {
        callSlots.end();
    }

    /** Who read only a part of the question must be asked in parts. */
    private static ModelAnswer read(ModelAnswer modelAnswer) {
        if (modelAnswer.verdict() == Verdict.TRUNCATED_INPUT) {
            throw ModelCallException.of(ModelCallException.Kind.OVERFLOW, modelAnswer.text());
        }
        return modelAnswer;
    }

    private ModelAnswer ask(ModelTask question, String hash, ReplyValidator judgment, CallSlot callSlot) {
        long call = costLedger.begin(question, callSlot.permit());
        long started = System.nanoTime();
        ModelReply reply;
        try {
            ModelCall prepared = client.newCall(question.request());
            reply = clean(callSlot.during(prepared::cancel, prepared::execute));
        } catch (ModelFailure failure) {
            if (VERDICTS.containsKey(failure.kind())) {
                return judged(question, hash, call, failure, millisSince(started));
            }
            CallEnd end = costLedger.unanswered(question, failure.kind().name(), failure, millisSince(started));
            throw retryPolicy.met(question, call, failure, end);
        }
        if (reply.finish() == Finish.FAILED) {
            ModelFailure failure = failed(reply);
            CallEnd end = costLedger.unanswered(question, failure.kind().name(), failure, millisSince(started));
            throw retryPolicy.met(question, call, failure, end);
        }
        callSlot.close();
        Verdict verdict = verdict(judgment, reply);
        String text = reply.text();
        if (verdict == Verdict.TRUNCATED_INPUT) {
            // What it says is about a part; what is worth keeping is how much it read.
            int read = (int) reply.usage().promptTokens();
            endpointLimiter.learnt(read);
            text = "the endpoint read only " + read + " of about " + judgment.promptTokens()
                    + " tokens that were sent: set context_window to what it serves";
        }
        CallEnd end = costLedger.answered(verdict, reply, millisSince(started));
        ModelAnswer modelAnswer = kept(call, end, stored(question, hash, verdict, text));
        endpointLimiter.answered();
        return modelAnswer;
    }

    /** A reply has been paid: whatever judging it throws, it is kept, as one that is not fit. */
    private Verdict verdict(ReplyValidator judgment, ModelReply reply) {
        try {
            return judgment.on(reply);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("A reply of model profile {} could not be judged and counts as not fit", profile.name(), e);
            return Verdict.MALFORMED;
        }
    }

    /** In one transaction: what a call brought, and what it took. It is paid: while the store is away, it waits for it. */
    private ModelAnswer kept(long call, CallEnd end, StoredReply reply) {
        return StoreOutage.outlasted(() -> database.transact(handle -> {
            handle.attach(ModelCalls.class).end(call, end);
            handle.attach(Replies.class).put(reply);
            return new ModelAnswer(reply.text(), Verdict.valueOf(reply.verdict()), false);
        }));
    }

    /** A failure that the same request would meet again is kept as a verdict on an empty reply. */
    private ModelAnswer judged(ModelTask question, String hash, long call, ModelFailure failure, long millis) {
        Verdict verdict = Objects.requireNonNull(VERDICTS.get(failure.kind()));
        CallEnd end = costLedger.unanswered(question, verdict.name(), failure, millis);
        return kept(call, end, stored(question, hash, verdict, ""));
    }

    /** The endpoint itself says that something broke: one of the wire, not of the model. */
    private static ModelFailure failed(ModelReply reply) {
        String words = "the endpoint ended its answer with finish reason " + reply.ended();
        return new ModelFailure(ModelFailure.Kind.TRANSPORT, 200, words, null, 0, true, null).having(reply.usage());
    }

    /**
     * Without what the model put around its text and without control characters, and with what the database of the journal
     * refuses replaced: a reply that cannot be kept would be paid for again and again.
     */
    private static ModelReply clean(ModelReply reply) {
        String text = ControlCharacters.without(RefusedCharacters.replace(UnwrappedReply.of(reply.text())));
        return new ModelReply(text, reply.reasoned(), reply.finish(), reply.ended(), reply.usage(), reply.windowTold());
    }

    private static StoredReply stored(ModelTask question, String hash, Verdict verdict, String text) {
        boolean shared = verdict == Verdict.FIT && !question.use().fresh();
        String scope = shared ? StoredReply.SHARED : question.compaction();
        return new StoredReply(hash, scope, question.conversation(), text, verdict.name());
    }

    private static List<String> scopes(ModelTask question) {
        return question.use().fresh()
                ? List.of(question.compaction())
                : List.of(StoredReply.SHARED, question.compaction());
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
