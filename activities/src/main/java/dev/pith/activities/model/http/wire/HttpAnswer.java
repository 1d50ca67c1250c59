package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads the answer of a response with a 2xx status, streamed or whole, whichever was sent. */
public final class HttpAnswer {

    private final Wire wire;
    private final Response response;
    private final AnswerSource source;
    private final ReplyDraft draft;

    /**
     * Creates a reader for a response.
     *
     * @param draft receives what is read, and keeps it if reading fails
     */
    public HttpAnswer(Wire wire, Response response, AnswerSource source, ReplyDraft draft) {
        this.wire = wire;
        this.response = response;
        this.source = source;
        this.draft = draft;
    }

    /**
     * Reads the whole answer; blocks until it is complete.
     *
     * @throws RefusedAnswer if the answer reports an error
     * @throws BrokenAnswer if it cannot be parsed or ends early
     * @throws IOException if the connection breaks or a timeout expires
     */
    public ModelReply read(ModelRequest request) throws IOException {
        BufferedSource body = source.body();
        if (isStream(body)) {
            // A "stream" without events may be a whole answer, or an error without a frame.
            if (EventStream.read(response, body, wire.streamReader(), draft)) {
                if (!draft.isWhole()) {
                    throw new BrokenAnswer("ended the stream before its end");
                }
            } else {
                readWhole(source.opening());
            }
        } else {
            readWhole(body.readUtf8());
        }
        return draft.reply(request);
    }

    private boolean isStream(BufferedSource body) throws IOException {
        MediaType type = response.body().contentType();
        if (type != null && type.subtype().equals("event-stream")) {
            return true;
        }
        body.request(6);
        String opening =
                body.peek().readUtf8(Math.min(6, body.getBuffer().size())).stripLeading();
        return opening.startsWith("data:") || opening.startsWith("event:") || opening.startsWith(":");
    }

    private void readWhole(String text) {
        if (text.isBlank()) {
            throw new BrokenAnswer("answered with nothing");
        }
        if (text.stripLeading().startsWith("<")) {
            throw new BrokenAnswer("answered with a page instead of JSON", text);
        }
        try {
            wire.wholeReader().read(text, draft);
        } catch (BrokenAnswer e) {
            ProviderError error = ErrorBody.of(text);
            if (error.words().isEmpty() || error.words().equals(text)) {
                throw e;
            }
            throw new RefusedAnswer(error);
        }
    }
}
