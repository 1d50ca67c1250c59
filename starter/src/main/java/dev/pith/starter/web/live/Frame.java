package dev.pith.starter.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.web.view.Json;
import java.nio.charset.StandardCharsets;

/** One event as it goes over the wire. Its bytes are shared by all readers and never changed. */
final class Frame {

    static final byte[] HEARTBEAT = "event: beat\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    /** Asks browsers to reconnect after a second, and begins the response, so that clients see it open. */
    static final byte[] OPENING = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    private final long revision;
    private final byte[] bytes;

    private Frame(long revision, byte[] bytes) {
        this.revision = revision;
        this.bytes = bytes;
    }

    /** Returns the revision of the state that a reader has after it. */
    long revision() {
        return revision;
    }

    byte[] bytes() {
        return bytes;
    }

    static Frame of(String event, String epoch, long revision, JsonNode data) {
        // JSON has no line break outside of strings, and escapes those inside: one data line is enough.
        String text = "id: " + epoch + "." + revision + "\nevent: " + event + "\ndata: ";
        byte[] head = text.getBytes(StandardCharsets.UTF_8);
        byte[] body = Json.bytes(data);
        byte[] whole = new byte[head.length + body.length + 2];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        whole[whole.length - 2] = '\n';
        whole[whole.length - 1] = '\n';
        return new Frame(revision, whole);
    }
}
