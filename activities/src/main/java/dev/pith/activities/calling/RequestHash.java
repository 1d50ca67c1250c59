package dev.pith.activities.calling;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two requests the same: the endpoint, how it is asked, and every word. */
final class RequestHash {

    private RequestHash() {}

    static String of(ModelProfile profile, ModelRequest request) {
        String all = String.join(
                "\u001f",
                profile.endpoint(),
                String.valueOf(profile.temperature()),
                String.valueOf(profile.reasoningEffort()),
                Integer.toString(request.maxTokens()),
                request.instructions(),
                request.material());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
