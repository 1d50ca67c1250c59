package dev.pith.activities.gateway;

import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;

/** What makes two requests the same: the endpoint, how it is asked, and every word. */
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
