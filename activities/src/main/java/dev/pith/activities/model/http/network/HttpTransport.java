package dev.pith.activities.model.http.network;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.wire.BaseUrl;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of endpoints. They share connections, use the environment's proxies, and trust the certificates that
 * a profile or the environment names. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {

    /** Maximum of pooled connections: the maximum concurrency of a profile. */
    private static final int KEPT_CONNECTIONS = 64;

    private final ProxyEnvironment proxies;
    private final Optional<TrustedCertificates> everywhere;
    private final Map<TrustedCertificates, OkHttpClient> trusting = new ConcurrentHashMap<>();

    /** Built at first use: most commands call no model, and reading the JDK's certificates takes a tenth of a second. */
    private @Nullable OkHttpClient shared;

    /** Creates clients from environment variables for proxies and certificates. */
    public HttpTransport(Map<String, String> environment) {
        this.everywhere = TrustedCertificates.of(environment);
        this.proxies = new ProxyEnvironment(environment);
    }

    /**
     * Returns the HTTP client for a profile's endpoint. Certificates are read at first use, and once.
     *
     * @throws NetworkSettingsException if the proxy or the file of certificates is invalid
     */
    public OkHttpClient of(ModelProfile profile) {
        HttpUrl base = BaseUrl.of(profile);
        // Checked here, since OkHttp would connect without a proxy whose address it cannot parse.
        proxies.select(base.uri());
        if (!base.isHttps()) {
            return shared();
        }
        return Optional.ofNullable(profile.caFile())
                .map(file -> new TrustedCertificates(file, "ca_file of model " + profile.name()))
                .or(() -> everywhere)
                .map(added -> trusting.computeIfAbsent(
                        added, each -> each.in(shared().newBuilder()).build()))
                .orElseGet(this::shared);
    }

    /** Cancels queued and running OkHttp calls, and closes all idle connections. */
    @Override
    public synchronized void close() {
        if (shared != null) {
            shared.dispatcher().cancelAll();
            shared.connectionPool().evictAll();
        }
    }

    private synchronized OkHttpClient shared() {
        if (shared == null) {
            // Redirects are not followed, since the key would be sent to another host.
            shared = proxies.in(new OkHttpClient.Builder())
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, 1, TimeUnit.MINUTES))
                    .addNetworkInterceptor(chain -> notRepeated(chain.proceed(chain.request())))
                    .build();
        }
        return shared;
    }

    /**
     * Removes {@code Retry-After: 0} from a 503, on which OkHttp would resend by itself; Pith decides on and counts
     * each sending.
     */
    private static Response notRepeated(Response response) {
        return response.code() == 503 && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
