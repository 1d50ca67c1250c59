package dev.pith.activities.model.http.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/**
 * The proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} name:
 * {@code http://user:password@host:port}, the scheme and the credentials optional. An address with {@code https} uses
 * {@code HTTPS_PROXY}, one with {@code http} uses {@code HTTP_PROXY}, either {@code ALL_PROXY} where its own is not set. All
 * are read in either case; small letters win. (curl ignores a capital {@code HTTP_PROXY}, since a web server could be made to
 * set it for a CGI program. Pith is none.)
 *
 * <p>{@code localhost}, {@code 127.0.0.0/8} and {@code ::1} are never proxied, without standing in {@code NO_PROXY}: for a
 * proxy they are another machine, and a model server on this one, beside proxies for everything else, is the common case.
 * curl has no such rule; Go has it.
 *
 * <p>Where no variable names a proxy, Java's own settings hold, such as {@code -Dhttps.proxyHost}. Thread-safe.
 */
public final class ProxyEnvironment extends ProxySelector {

    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ProxyExceptions exceptions;

    /** The proxies of these variables. What is wrong with one shows when it is used. */
    public ProxyEnvironment(Map<String, String> environment) {
        take(environment, "_PROXY");
        // As everywhere, the small letters win.
        take(environment, "_proxy");
        exceptions = new ProxyExceptions(variables.getOrDefault("no_proxy", ""));
    }

    private void take(Map<String, String> environment, String ending) {
        environment.forEach((name, value) -> {
            if (name.endsWith(ending) && !value.isBlank()) {
                variables.put(name, value.strip());
            }
        });
    }

    /** Has a client use these proxies, with their credentials. */
    public OkHttpClient.Builder in(OkHttpClient.Builder client) {
        return client.proxySelector(this).proxyAuthenticator(authenticator());
    }

    /**
     * The proxy for an address.
     *
     * @throws NetworkSettingsException where the variable that counts is no address of a proxy
     */
    @Override
    public List<Proxy> select(URI target) {
        if (exceptions.contains(String.valueOf(target.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        ProxySelector java = ProxySelector.getDefault();
        return proxy(target)
                .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, address(proxy))))
                .orElseGet(() -> java == null ? List.of(Proxy.NO_PROXY) : java.select(target));
    }

    private static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(
                proxy.getHost(), proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort());
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
        // The call itself fails with it.
    }

    /** Answers a proxy that asks for the credentials its variable holds; only once. */
    private Authenticator authenticator() {
        return (route, response) -> {
            URI target = response.request().url().uri();
            Optional<URI> proxy = proxy(target);
            if (proxy.isEmpty()) {
                return null;
            }
            String user = proxy.map(URI::getUserInfo).orElse("");
            if (user.isEmpty() || response.request().header("Proxy-Authorization") != null) {
                // OkHttp asks before the proxy does.
                if (response.challenges().stream()
                        .anyMatch(each -> each.scheme().equals("OkHttp-Preemptive"))) {
                    return null;
                }
                throw new ProxyRefusal("the proxy " + address(proxy.get()).getHostString() + ":"
                        + address(proxy.get()).getPort()
                        + (user.isEmpty() ? " asks for a user and a password" : " refuses its user or password")
                        + ": set " + variable(target).toUpperCase(Locale.ROOT)
                        + " to http://user:password@host:port");
            }
            String[] parts = user.split(":", 2);
            String credentials = Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "");
            return response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", credentials)
                    .build();
        };
    }

    private Optional<URI> proxy(URI target) {
        String variable = variable(target);
        return Optional.ofNullable(variables.get(variable)).map(named -> parsed(variable, named));
    }

    private String variable(URI target) {
        String own = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT) + "_proxy";
        return variables.containsKey(own) ? own : "all_proxy";
    }

    /** Passing an unreadable proxy by would end in a time-out that tells nothing. The value may hold a password. */
    private static URI parsed(String variable, String named) {
        try {
            URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
            if (proxy.getHost() != null && "http".equalsIgnoreCase(proxy.getScheme())) {
                return proxy;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(variable);
        }
        throw unreadable(variable);
    }

    private static NetworkSettingsException unreadable(String variable) {
        return new NetworkSettingsException(variable.toUpperCase(Locale.ROOT)
                + " is no address of the form http://user:password@host:port (percent-encode special characters)");
    }
}
