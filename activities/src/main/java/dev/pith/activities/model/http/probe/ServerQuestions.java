package dev.pith.activities.model.http.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pith.activities.model.http.wire.AnswerSource;
import dev.pith.activities.model.http.wire.BaseUrl;
import dev.pith.activities.model.http.wire.BrokenAnswer;
import dev.pith.activities.model.http.wire.Phase;
import dev.pith.activities.model.http.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Okio;

/**
 * Sends small requests to a server. Returns a missing node if it does not respond in time (3 s each, about 8 s
 * together), responds with an error, or responds with something other than JSON.
 */
final class ServerQuestions {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final long TOGETHER = Duration.ofSeconds(8).toNanos();

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Consumer<Request.Builder> signing;
    private final long begin = System.nanoTime();

    ServerQuestions(OkHttpClient client, HttpUrl base, Consumer<Request.Builder> signing) {
        // OkHttp may repeat these requests by itself, since they change nothing and cost nothing.
        this.client = client.newBuilder()
                .retryOnConnectionFailure(true)
                .connectTimeout(CONNECT)
                .readTimeout(EACH)
                .callTimeout(EACH)
                .build();
        this.base = base;
        this.signing = signing;
    }

    /** Returns the URL of a path of the OpenAI-compatible interface. */
    HttpUrl versioned(String path) {
        return BaseUrl.below(BaseUrl.endsInVersion(base) ? base : BaseUrl.below(base, "v1"), path);
    }

    /** Returns the URL of a path of the server's own interface. */
    HttpUrl own(String path) {
        return BaseUrl.below(BaseUrl.root(base), path);
    }

    JsonNode get(HttpUrl url) {
        return ask(new Request.Builder().url(url));
    }

    JsonNode post(HttpUrl url, JsonNode body) {
        return ask(new Request.Builder()
                .url(url)
                .post(RequestBody.create(body.toString(), MediaType.get("application/json"))));
    }

    private JsonNode ask(Request.Builder request) {
        if (System.nanoTime() - begin > TOGETHER) {
            return MissingNode.getInstance();
        }
        signing.accept(request);
        try (Response response = client.newCall(request.build()).execute()) {
            AnswerSource body = new AnswerSource(response.body().source(), new Phase(), EACH, EACH);
            return response.isSuccessful() ? WireJson.read(Okio.buffer(body).readUtf8()) : MissingNode.getInstance();
        } catch (IOException | BrokenAnswer e) {
            return MissingNode.getInstance();
        }
    }
}
