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

/**
 * The HTTP clients of endpoints. They share connections, use the environment's proxies, and trust the certificates that a
 * profile or the environment names. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {

    /** As many as a profile may have calls at a time. */
    private static final int KEPT_CONNECTIONS = 64;

    private final ProxyEnvironment proxies;
    private final OkHttpClient client;
    private final Optional<TrustedCertificates> everywhere;
    private final Map<TrustedCertificates, OkHttpClient> trusting = new ConcurrentHashMap<>();

    public HttpTransport(Map<String, String> environment) {
        this.everywhere = TrustedCertificates.of(environment);
        this.proxies = new ProxyEnvironment(environment);
        // Redirections are not followed: the key would go along to another host.
        this.client = proxies.in(new OkHttpClient.Builder())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, 1, TimeUnit.MINUTES))
                .addNetworkInterceptor(chain -> notRepeated(chain.proceed(chain.request())))
                .build();
    }

    /**
     * The client of a profile's endpoint. Certificates are read when they are first needed, and once.
     *
     * @throws NetworkSettingsException where the proxy or the file of certificates is none
     */
    public OkHttpClient of(ModelProfile profile) {
        HttpUrl base = BaseUrl.of(profile);
        // OkHttp itself would connect without a proxy that cannot be read.
        proxies.select(base.uri());
        if (!base.isHttps()) {
            return client;
        }
        return Optional.ofNullable(profile.caFile())
                .map(file -> new TrustedCertificates(file, "ca_file of model " + profile.name()))
                .or(() -> everywhere)
                .map(added -> trusting.computeIfAbsent(
                        added, each -> each.in(client.newBuilder()).build()))
                .orElse(client);
    }

    /** Cuts what is asked besides calls, and lets go of all connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** OkHttp sends again by itself on a 503 that wants no wait; each sending is ours to decide and to count. */
    private static Response notRepeated(Response response) {
        return response.code() == 503 && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
