package dev.pith.activities.model.http.wire;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Passes the events of a stream to a reader until the last one, on the calling thread. */
final class EventStream extends EventSourceListener {

    private static final MediaType TYPE = MediaType.get("text/event-stream");

    private final Wire.StreamReader reader;
    private final ReplyDraft draft;
    private boolean any;
    private boolean over;
    private @Nullable Throwable problem;

    private EventStream(Wire.StreamReader reader, ReplyDraft draft) {
        this.reader = reader;
        this.draft = draft;
    }

    /**
     * Reads a stream to its end. Failures after the answer is complete are ignored.
     *
     * @return whether there was any event
     * @throws IOException if the connection breaks before the answer is complete
     */
    static boolean read(Response response, BufferedSource body, Wire.StreamReader reader, ReplyDraft draft)
            throws IOException {
        EventStream stream = new EventStream(reader, draft);
        EventSources.processResponse(
                response.newBuilder().body(ResponseBody.create(body, TYPE, -1)).build(), stream);
        stream.rethrow();
        return stream.any;
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        if (!over && !data.isBlank()) {
            any = true;
            try {
                over = reader.read(data, draft);
            } catch (RefusedAnswer | BrokenAnswer e) {
                problem = e;
                over = true;
            }
            if (over) {
                source.cancel();
            }
        }
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable failure, @Nullable Response response) {
        // OkHttp reports leaving a stream early as a failure.
        problem = over ? problem : failure;
    }

    private void rethrow() throws IOException {
        if (problem instanceof RefusedAnswer refused) {
            throw refused;
        }
        if (draft.isWhole()) {
            return;
        }
        if (problem instanceof IOException broken) {
            throw broken;
        }
        if (problem instanceof RuntimeException broken) {
            throw broken;
        }
    }
}
