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

/** Small questions to a server. One that has no answer in time, or none that is JSON, brings a missing node. */
final class ServerQuestions {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final long TOGETHER = Duration.ofSeconds(8).toNanos();

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Consumer<Request.Builder> signing;
    private final long begin = System.nanoTime();

    ServerQuestions(OkHttpClient client, HttpUrl base, Consumer<Request.Builder> signing) {
        // They change nothing and cost nothing, so OkHttp may ask them again by itself.
        this.client = client.newBuilder()
                .retryOnConnectionFailure(true)
                .connectTimeout(CONNECT)
                .readTimeout(EACH)
                .callTimeout(EACH)
                .build();
        this.base = base;
        this.signing = signing;
    }

    /** Where the interface of OpenAI's kind is. */
    HttpUrl versioned(String path) {
        return BaseUrl.below(BaseUrl.endsInVersion(base) ? base : BaseUrl.below(base, "v1"), path);
    }

    /** Where the server's own interface is. */
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
