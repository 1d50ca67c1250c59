package dev.pith.activities.gateway;

import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;

/** The identity of a request in the reply journal: a hash of the endpoint, its call parameters, and all text. */
final class RequestHash {

    private RequestHash() {}

    static String of(ModelProfile profile, ModelRequest request) {
        return Sha256.hex(
                profile.endpoint(),
                String.valueOf(profile.temperature()),
                String.valueOf(profile.reasoningEffort()),
                Integer.toString(request.maxTokens()),
                request.instructions(),
                request.material());
    }
}
