package dev.pith.activities.model.http.probe;

import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.failure.FailureWords;
import dev.pith.activities.model.http.network.HttpTransport;
import dev.pith.activities.model.http.network.NetworkSettingsException;
import dev.pith.activities.model.http.wire.ApiKey;
import dev.pith.activities.model.http.wire.BaseUrl;
import dev.pith.activities.model.http.wire.Phase;
import dev.pith.activities.model.http.wire.Wire;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Checks whether an endpoint can be reached: through its proxy, with a trusted certificate. Requests the list of
 * models, which costs nothing, and blocks for at most eight seconds. Thread-safe.
 */
public final class ReachProbe {

    private static final Duration EACH = Duration.ofSeconds(3);
    private static final Timeouts TIMEOUTS = new Timeouts(EACH, EACH, EACH, Duration.ofSeconds(8));

    private final HttpTransport transport;
    private final Keys keys;

    public ReachProbe(HttpTransport transport, Keys keys) {
        this.transport = transport;
        this.keys = keys;
    }

    /**
     * Returns why the server did not respond; empty if it responded, whatever the status.
     *
     * @throws ModelFailure if the key is missing or malformed
     * @throws IllegalArgumentException if the base URL is invalid
     */
    public Optional<ModelFailure> ask(ModelProfile profile) {
        HttpUrl base = BaseUrl.of(profile);
        ApiKey key = ApiKey.of(profile, keys);
        FailureWords failures = new FailureWords(BaseUrl.host(base), TIMEOUTS, key);
        Phase phase = new Phase();
        Request.Builder request = new Request.Builder().url(models(base));
        Wire.of(profile.provider()).sign(request, key);
        try {
            client(profile, phase).newCall(request.build()).execute().close();
            return Optional.empty();
        } catch (NetworkSettingsException e) {
            return Optional.of(failures.settings(e));
        } catch (IOException e) {
            boolean outOfTime = e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
            return Optional.of(outOfTime ? failures.outOfTime() : failures.network(e, phase));
        }
    }

    private static HttpUrl models(HttpUrl base) {
        return BaseUrl.below(BaseUrl.endsInVersion(base) ? base : BaseUrl.below(base, "v1"), "models");
    }

    private OkHttpClient client(ModelProfile profile, Phase phase) {
        return transport
                .of(profile)
                .newBuilder()
                .retryOnConnectionFailure(true)
                .eventListener(phase)
                .connectTimeout(TIMEOUTS.connect())
                .readTimeout(TIMEOUTS.firstByte())
                .callTimeout(TIMEOUTS.total())
                .build();
    }
}
