package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.http.wire.ProviderError;

/** The result of sending a request. */
sealed interface Sent {

    /** It answered. */
    record Replied(ModelReply reply) implements Sent {}

    /** It says why it does not. */
    record Refused(ModelFailure failure, ProviderError error) implements Sent {}

    /** It had closed the kept connection that the request was sent over: nothing was answered, nothing paid. */
    record Stale() implements Sent {}
}
