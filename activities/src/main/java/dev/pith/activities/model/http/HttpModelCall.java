package dev.pith.activities.model.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.http.failure.DialectCorrection;
import dev.pith.activities.model.http.failure.FailureWords;
import dev.pith.activities.model.http.network.NetworkSettingsException;
import dev.pith.activities.model.http.wire.ApiKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One model call: corrects and resends the request until the endpoint accepts its parameters, within the total timeout.
 */
final class HttpModelCall implements ModelCall {

    private final Endpoint endpoint;
    private final ModelRequest request;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean canceled;
    private volatile @Nullable Sending current;

    HttpModelCall(Endpoint endpoint, ModelRequest request) {
        this.endpoint = endpoint;
        this.request = request;
    }

    @Override
    public ModelReply execute() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("a model call is executed once only: prepare a new one");
        }
        ApiKey key = endpoint.key();
        FailureWords failures = endpoint.failures(key);
        long begin = System.nanoTime();
        DialectCorrection correction = new DialectCorrection();
        Dialect known = endpoint.dialect();
        Dialect dialect = known;
        while (true) {
            ObjectNode body = endpoint.body(request, dialect);
            Sent sent = send(body, key, failures, begin);
            Optional<Dialect> corrected = corrected(correction, dialect, body, sent);
            if (corrected.isEmpty()) {
                return concluded(sent, known, dialect);
            }
            dialect = corrected.get();
        }
    }

    @Override
    public void cancel() {
        canceled = true;
        Sending sending = current;
        if (sending != null) {
            sending.cancel();
        }
    }

    /**
     * Sends again over a new connection if the server had closed the pooled one; this does not count as a failed call.
     */
    private Sent send(ObjectNode body, ApiKey key, FailureWords failures, long begin) {
        try {
            Sent sent = send(endpoint.sending(body, key, failures, since(begin)), failures);
            return sent instanceof Sent.Stale
                    ? send(endpoint.freshSending(body, key, failures, since(begin)), failures)
                    : sent;
        } catch (NetworkSettingsException e) {
            throw failures.settings(e);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private Sent send(Sending sending, FailureWords failures) {
        current = sending;
        // Checked after {@code current} is set: a cancel before is seen here, and a later one cancels the sending.
        if (canceled) {
            throw failures.canceled(false);
        }
        return sending.send(request);
    }

    private Optional<Dialect> corrected(DialectCorrection correction, Dialect dialect, ObjectNode body, Sent sent) {
        if (sent instanceof Sent.Refused refused && refused.failure().kind() == Kind.BAD_REQUEST) {
            Set<String> optional =
                    endpoint.wire().optional().stream().filter(body::has).collect(Collectors.toSet());
            return correction.of(dialect, optional, refused.error());
        }
        return Optional.empty();
    }

    /** Stores a correction only once it helped, so that a misread refusal has no lasting effect. */
    private ModelReply concluded(Sent sent, Dialect known, Dialect dialect) {
        boolean taken =
                !(sent instanceof Sent.Refused refused && refused.failure().kind() == Kind.BAD_REQUEST);
        if (taken && !dialect.equals(known)) {
            endpoint.remember(dialect);
        }
        if (sent instanceof Sent.Refused refused) {
            throw refused.failure();
        }
        return ((Sent.Replied) sent).reply();
    }
}
