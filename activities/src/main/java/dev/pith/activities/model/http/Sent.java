package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelReply;

/** What an endpoint did with a request. */
sealed interface Sent {

    /** It answered. */
    record Replied(ModelReply reply) implements Sent {}

    /** It says why it does not. */
    record Refused(ModelFailure failure, ProviderError error) implements Sent {}
}
