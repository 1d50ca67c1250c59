package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.Usage;
import dev.pith.activities.model.http.failure.FailureWords;
import dev.pith.activities.model.http.wire.AnswerSource;
import dev.pith.activities.model.http.wire.BrokenAnswer;
import dev.pith.activities.model.http.wire.ErrorBody;
import dev.pith.activities.model.http.wire.HttpAnswer;
import dev.pith.activities.model.http.wire.Phase;
import dev.pith.activities.model.http.wire.ProviderError;
import dev.pith.activities.model.http.wire.RefusedAnswer;
import dev.pith.activities.model.http.wire.ReplyDraft;
import dev.pith.activities.model.http.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one HTTP request once and reads the response. */
final class Sending {

    /**
     * Maximum bytes read of an error body, 4 MiB: some servers echo the whole request, and the JSON must be complete to
     * be parsed.
     */
    private static final long ERROR_READ = AnswerSource.LARGEST >> 1;

    private final Wire wire;
    private final ModelProfile profile;
    private final FailureWords failures;
    private final Phase phase = new Phase();
    private final ReplyDraft draft = new ReplyDraft();
    private final Call call;
    private final long endsAt;
    private volatile boolean canceled;

    /** Prepares a request without sending it; {@code left} limits sending and reading. */
    Sending(
            OkHttpClient client,
            Request request,
            Wire wire,
            ModelProfile profile,
            Duration left,
            FailureWords failures) {
        this.wire = wire;
        this.profile = profile;
        this.failures = failures;
        // OkHttp's timeouts have millisecond precision.
        this.endsAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left.toMillis());
        Timeouts timeouts = profile.timeouts();
        this.call = client.newBuilder()
                .eventListener(phase)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.firstByte())
                .writeTimeout(timeouts.firstByte())
                .callTimeout(left)
                .build()
                .newCall(request);
    }

    void cancel() {
        canceled = true;
        call.cancel();
    }

    /**
     * Sends the request and blocks until the response is read.
     *
     * @throws ModelFailure if the network failed, a timeout expired, or the answer cannot be parsed
     */
    Sent send(ModelRequest asked) {
        Response head;
        try {
            head = call.execute();
        } catch (IOException e) {
            return unanswered(e, asked);
        }
        try (Response response = head) {
            Timeouts timeouts = profile.timeouts();
            Duration untilFirstByte = timeouts.firstByte().minus(phase.sinceSent());
            AnswerSource source = new AnswerSource(response.body().source(), phase, untilFirstByte, timeouts.idle());
            return response.isSuccessful() ? answer(response, source, asked) : refusal(response, source);
        } catch (BrokenAnswer e) {
            throw failures.broken(e).having(draft.usage(asked));
        } catch (IOException e) {
            throw failure(e, asked);
        }
    }

    private Sent unanswered(IOException e, ModelRequest asked) {
        if (!call.isCanceled() && !Thread.currentThread().isInterrupted() && phase.isStale(e)) {
            return new Sent.Stale();
        }
        throw failure(e, asked);
    }

    private Sent answer(Response response, AnswerSource source, ModelRequest asked) throws IOException {
        try {
            return new Sent.Replied(new HttpAnswer(wire, response, source, draft).read(asked));
        } catch (RefusedAnswer e) {
            ModelFailure refused = failures.refused(response, e.error(), draft.isBegun());
            return new Sent.Refused(refused.having(draft.usage(asked)), e.error());
        }
    }

    private Sent refusal(Response response, AnswerSource source) throws IOException {
        ProviderError error = ErrorBody.of(words(source));
        return new Sent.Refused(failures.refused(response, error, false), error);
    }

    private String words(AnswerSource source) throws IOException {
        Buffer read = new Buffer();
        try {
            BufferedSource body = source.body();
            while (read.size() < ERROR_READ && body.read(read, ERROR_READ - read.size()) >= 0) {
                // Keep what was read, even if the connection breaks later.
            }
        } catch (IOException e) {
            // The status is enough without the body.
            if (call.isCanceled()) {
                throw e;
            }
        }
        return read.readUtf8();
    }

    /**
     * Returns the usage read so far of a stream; null for a whole answer, which may have been generated but not sent.
     */
    private @Nullable Usage seen(ModelRequest asked) {
        return profile.streaming() ? draft.usage(asked) : null;
    }

    private ModelFailure failure(IOException e, ModelRequest asked) {
        ModelFailure failure = failure(e);
        return failure.begun() ? failure.having(seen(asked)) : failure;
    }

    private ModelFailure failure(IOException e) {
        if (canceled || Thread.currentThread().isInterrupted()) {
            return failures.canceled(phase.isSent());
        }
        if (System.nanoTime() >= endsAt) {
            return phase.isSent() ? failures.tooSlow() : failures.outOfTime();
        }
        return call.isCanceled() ? failures.canceled(phase.isSent()) : failures.network(e, phase);
    }
}
