package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.http.wire.ProviderError;

/** The result of sending a request. */
sealed interface Sent {

    /** The endpoint returned a reply. */
    record Replied(ModelReply reply) implements Sent {}

    /** The endpoint returned an error. */
    record Refused(ModelFailure failure, ProviderError error) implements Sent {}

    /** The server had closed the pooled connection: nothing was answered or billed. */
    record Stale() implements Sent {}
}
