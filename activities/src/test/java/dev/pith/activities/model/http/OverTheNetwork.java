package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import java.io.IOException;
import java.time.Duration;

/** Servers that say what no well-made one says, and clients with little patience. */
abstract class OverTheNetwork extends Fixture {

    static final String PIECE = Shape.chunk("{\"content\":\"x\"}", "null");

    ModelCall call(String url, boolean streaming, Timeouts timeouts) {
        return clients.of(profile(url, streaming, timeouts)).newCall(REQUEST);
    }

    static ModelProfile profile(String url, boolean streaming, Timeouts timeouts) {
        return profile(Provider.OPENAI, url, "TEST_KEY", streaming, timeouts);
    }

    static Timeouts timeouts(int firstByte, int idle, int total) {
        return new Timeouts(
                Duration.ofMillis(500),
                Duration.ofMillis(firstByte),
                Duration.ofMillis(idle),
                Duration.ofMillis(total));
    }

    static RawServer hanging(String head) throws IOException {
        return new RawServer(peer -> {
            peer.send(head);
            peer.hang();
        });
    }

    /** A stream without an end. */
    static RawServer endless() throws IOException {
        return new RawServer(peer -> {
            peer.send(RawServer.STREAM_HEAD);
            while (true) {
                peer.piece(PIECE);
                Thread.sleep(20);
            }
        });
    }
}
