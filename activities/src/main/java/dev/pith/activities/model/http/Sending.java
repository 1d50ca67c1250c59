package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;

/** One request that goes out once. */
final class Sending {

    /** Some servers put all that was sent into what they say, and the JSON around it must be whole to be read. */
    private static final long ERROR_READ = AnswerSource.LARGEST >> 1;

    private final Wire wire;
    private final Timeouts timeouts;
    private final FailureWords failures;
    private final Phase phase = new Phase();
    private final Call call;
    private final long endsAt;
    private volatile boolean canceled;

    /** Nothing is sent yet; all of it must be over within the time that is left. */
    Sending(OkHttpClient client, Request request, Wire wire, Timeouts timeouts, Duration left, FailureWords failures) {
        this.wire = wire;
        this.timeouts = timeouts;
        this.failures = failures;
        // OkHttp counts in milliseconds.
        this.endsAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left.toMillis());
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
     * Sends and reads.
     *
     * @throws ModelFailure where the network, time or the answer's form failed
     */
    Sent send(ModelRequest asked) {
        Response head;
        try {
            head = call.execute();
        } catch (IOException e) {
            return unanswered(e);
        }
        try (Response response = head) {
            Duration untilFirstByte = timeouts.firstByte().minus(phase.sinceSent());
            AnswerSource source = new AnswerSource(response.body().source(), phase, untilFirstByte, timeouts.idle());
            return response.isSuccessful() ? answer(response, source, asked) : refusal(response, source);
        } catch (BrokenAnswer e) {
            throw failures.broken(e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Sent unanswered(IOException e) {
        if (!call.isCanceled() && !Thread.currentThread().isInterrupted() && phase.isStale(e)) {
            return new Sent.Stale();
        }
        throw failure(e);
    }

    private Sent answer(Response response, AnswerSource source, ModelRequest asked) throws IOException {
        Answer answer = new Answer(wire, response, source);
        try {
            return new Sent.Replied(answer.read(asked));
        } catch (RefusedAnswer e) {
            return new Sent.Refused(failures.refused(response, e.error(), answer.isBegun()), e.error());
        }
    }

    private Sent refusal(Response response, AnswerSource source) throws IOException {
        BufferedSource body = Okio.buffer(source);
        try {
            body.request(ERROR_READ);
        } catch (IOException e) {
            // The status alone says enough, whatever became of the words.
            if (call.isCanceled()) {
                throw e;
            }
        }
        ProviderError error = ErrorBody.of(body.getBuffer().readUtf8());
        return new Sent.Refused(failures.refused(response, error, false), error);
    }

    private ModelFailure failure(IOException e) {
        if (canceled || Thread.currentThread().isInterrupted()) {
            return failures.canceled(phase.isSent());
        }
        if (System.nanoTime() >= endsAt) {
            return failures.outOfTime(phase.isSent());
        }
        return call.isCanceled() ? failures.canceled(phase.isSent()) : failures.network(e, phase);
    }
}
