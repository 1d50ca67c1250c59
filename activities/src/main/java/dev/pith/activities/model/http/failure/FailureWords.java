package dev.pith.activities.model.http.failure;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.network.CertificateFault;
import dev.pith.activities.model.http.network.NetworkSettingsException;
import dev.pith.activities.model.http.network.ProxyRefusal;
import dev.pith.activities.model.http.wire.ApiKey;
import dev.pith.activities.model.http.wire.BaseUrl;
import dev.pith.activities.model.http.wire.BrokenAnswer;
import dev.pith.activities.model.http.wire.Phase;
import dev.pith.activities.model.http.wire.ProviderError;
import dev.pith.activities.model.http.wire.ProviderWords;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Creates failures with messages that users can act on; removes the API key from them. */
public final class FailureWords {

    private final String host;
    private final Timeouts timeouts;
    private final ApiKey key;

    /**
     * Creates the messages for one endpoint.
     *
     * @param host the host that messages name, with its port unless it is the default
     * @param key the key to remove
     */
    public FailureWords(String host, Timeouts timeouts, ApiKey key) {
        this.host = host;
        this.timeouts = timeouts;
        this.key = key;
    }

    /**
     * Returns the failure for an error response, or for an error in the midst of an answer.
     *
     * @param begun whether the answer had begun
     */
    public ModelFailure refused(Response response, ProviderError error, boolean begun) {
        int status = Classification.status(response.code(), error);
        Kind kind = Classification.of(status, error);
        String words = response.isRedirect()
                ? redirection(response)
                : ProviderWords.of(error.words(), key) + (isPageNotFound(response, error) ? hint(response) : "");
        return new ModelFailure(
                kind,
                status,
                words.isEmpty() ? silent(response) : words,
                kind.fatal() ? null : new Waits(response.headers(), Instant.now()).longest(),
                kind == Kind.CONTEXT_OVERFLOW ? Overflow.window(error) : 0,
                begun,
                null);
    }

    /** Returns the failure for an answer that cannot be parsed. */
    public ModelFailure broken(BrokenAnswer broken) {
        String quoted = ProviderWords.of(broken.quoted(), key);
        return transport(host + " " + broken.getMessage() + (quoted.isEmpty() ? "" : ": " + quoted), true, null);
    }

    private static boolean isPageNotFound(Response response, ProviderError error) {
        return response.code() == 404 && error.words().stripLeading().startsWith("<");
    }

    /** Returns a hint for a 404 with an HTML page: the address belongs to another service or lacks its version. */
    private static String hint(Response response) {
        HttpUrl url = response.request().url();
        return ". No model answers at " + BaseUrl.plain(url) + ": check base_url"
                + (url.encodedPath().contains("/v1/") ? "" : ", which commonly ends in /v1");
    }

    /** Returns the failure for a canceled call. */
    public ModelFailure canceled(boolean begun) {
        return new ModelFailure(Kind.CANCELED, 0, "the call to " + host + " was canceled", null, 0, begun, null);
    }

    /** Returns the failure for a request that was not completely sent within the total timeout. */
    public ModelFailure outOfTime() {
        return transport("the request to " + host + " did not go out within " + words(timeouts.total()), false, null);
    }

    /** Returns the failure for an answer that was incomplete at the total timeout; a retry would take as long. */
    public ModelFailure tooSlow() {
        String words = "the answer from " + host + " was not whole after " + words(timeouts.total());
        return new ModelFailure(Kind.TOO_SLOW, 0, ProviderWords.of(words, key), null, 0, true, null);
    }

    /** Returns the failure for wrong network settings of this machine: nothing was sent, and a retry cannot help. */
    public ModelFailure settings(NetworkSettingsException e) {
        return settings(String.valueOf(e.getMessage()));
    }

    private ModelFailure settings(String words) {
        return new ModelFailure(Kind.NETWORK_SETTINGS, 0, ProviderWords.of(words, key), null, 0, false, null);
    }

    /**
     * Returns the failure for a network error, or for network settings that caused it; the phase selects the message.
     */
    public ModelFailure network(IOException e, Phase phase) {
        if (e instanceof ProxyRefusal refusal) {
            return settings(String.valueOf(refusal.getMessage()));
        }
        return CertificateFault.of(e, host).map(this::settings).orElseGet(() -> transport(e, phase));
    }

    private ModelFailure transport(IOException e, Phase phase) {
        String proxy = phase.proxy();
        String route = host + (proxy.isEmpty() ? "" : " through the proxy " + proxy);
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof SocketTimeoutException) {
            return transport(silence(phase, route), phase.isSent(), e);
        }
        if (e instanceof UnknownHostException) {
            return transport(
                    "no address is known for "
                            + (proxy.isEmpty()
                                    ? host + ": check the base URL and the network"
                                    : "the proxy " + proxy + ": check HTTPS_PROXY and HTTP_PROXY"),
                    phase.isSent(),
                    e);
        }
        if (e instanceof SSLException) {
            return transport("no secure connection to " + route + ": " + said, phase.isSent(), e);
        }
        if (e instanceof ConnectException || phase.isConnecting()) {
            return transport("no connection to " + route + ": " + said, phase.isSent(), e);
        }
        return transport(
                phase.isAnswering()
                        ? host + " broke off in the middle of its answer: " + said
                        : host + " closed the connection without an answer: " + said,
                phase.isSent(),
                e);
    }

    private String silence(Phase phase, String route) {
        if (phase.isConnecting()) {
            return "no connection to " + route + " within " + words(timeouts.connect());
        }
        return phase.isAnswering()
                ? host + " was silent for " + words(timeouts.idle()) + " in the middle of its answer"
                : "no answer from " + host + " within " + words(timeouts.firstByte());
    }

    private String silent(Response response) {
        String reason = response.isSuccessful() ? "" : ProviderWords.of(response.message(), key);
        return reason.isEmpty() ? host + " gave no reason" : reason;
    }

    /** Describes a redirect, which is not followed, since the key would be sent along. */
    private String redirection(Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return host + " redirects to "
                + (target == null ? "another address" : ProviderWords.of(BaseUrl.plain(target), key))
                + ": put the address that answers into the base URL";
    }

    private ModelFailure transport(String words, boolean begun, @Nullable IOException cause) {
        IOException told = cause != null && key.isIn(cause) ? null : cause;
        return new ModelFailure(Kind.TRANSPORT, 0, ProviderWords.of(words, key), null, 0, begun, told);
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
