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
 * Selects proxies by {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}. A proxy is
 * {@code http://user:password@host:port}, with optional scheme and credentials and default port 8080. An {@code https}
 * address uses {@code HTTPS_PROXY}, an {@code http} address {@code HTTP_PROXY}, and both use {@code ALL_PROXY} if their
 * own variable is not set. Upper and lower case names are read; lower case wins. (curl ignores an upper case
 * {@code HTTP_PROXY}, since a web server could be made to set it for a CGI program. Pith is none.)
 *
 * <p>{@code localhost}, {@code 127.0.0.0/8} and {@code ::1} are never proxied, even if {@code NO_PROXY} does not list
 * them: to a proxy they are another machine, and a local model server beside proxies for everything else is the common
 * case. curl has no such rule; Go has it.
 *
 * <p>If no variable names a proxy, Java's own settings apply, such as {@code -Dhttps.proxyHost}. Thread-safe.
 */
public final class ProxyEnvironment extends ProxySelector {

    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ProxyExceptions exceptions;

    /** Creates a selector for these variables. Invalid values are reported when they are used. */
    public ProxyEnvironment(Map<String, String> environment) {
        take(environment, "_PROXY");
        // Taken last, since lower case names win.
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

    /** Configures a client to use these proxies and their credentials. */
    public OkHttpClient.Builder in(OkHttpClient.Builder client) {
        return client.proxySelector(this).proxyAuthenticator(authenticator());
    }

    /**
     * Returns the proxy for an address.
     *
     * @throws NetworkSettingsException if the variable that applies is not the address of a proxy
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
        // The call itself fails with the same exception.
    }

    /** Sends the credentials of the variable once when a proxy requires them. */
    private Authenticator authenticator() {
        return (route, response) -> {
            URI target = response.request().url().uri();
            Optional<URI> proxy = proxy(target);
            if (proxy.isEmpty()) {
                return null;
            }
            String user = proxy.map(URI::getUserInfo).orElse("");
            if (user.isEmpty() || response.request().header("Proxy-Authorization") != null) {
                // A preemptive challenge comes from OkHttp, not from the proxy.
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

    /**
     * Fails on an invalid proxy, since connecting without it would end in an uninformative timeout. The message omits
     * the value, which may hold a password.
     */
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
