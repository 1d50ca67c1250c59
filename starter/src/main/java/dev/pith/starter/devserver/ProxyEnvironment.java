package dev.pith.starter.devserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/**
 * The proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} name, in either case, as
 * other clients read them: {@code http://user:password@host:port}, the scheme and the credentials optional. Thread-safe.
 */
final class ProxyEnvironment extends ProxySelector {

    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    ProxyEnvironment(Map<String, String> environment) {
        take(environment, "_PROXY");
        // As everywhere, the small letters win.
        take(environment, "_proxy");
    }

    private void take(Map<String, String> environment, String ending) {
        environment.forEach((name, value) -> {
            if (name.endsWith(ending) && !value.isBlank()) {
                variables.put(name, value.strip());
            }
        });
    }

    @Override
    public List<Proxy> select(URI target) {
        return proxy(target)
                .map(proxy -> List.of(new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                                proxy.getHost(), proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort()))))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
        // The call itself fails with it.
    }

    /** Answers a proxy that asks for the credentials its variable holds; only once. */
    Authenticator authenticator() {
        return (route, response) -> {
            URI target = response.request().url().uri();
            String user = proxy(target).map(URI::getUserInfo).orElse("");
            if (user.isEmpty() || response.request().header("Proxy-Authorization") != null) {
                return null;
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
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        String variable = variables.containsKey(scheme + "_proxy") ? scheme + "_proxy" : "all_proxy";
        String named = variables.getOrDefault(variable, "");
        if (named.isEmpty() || isExcepted(String.valueOf(target.getHost()))) {
            return Optional.empty();
        }
        return Optional.of(parsed(variable, named));
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

    private static IllegalArgumentException unreadable(String variable) {
        return new IllegalArgumentException(variable.toUpperCase(Locale.ROOT)
                + " is no address of the form http://user:password@host:port (percent-encode special characters)");
    }

    private boolean isExcepted(String host) {
        return Arrays.stream(variables.getOrDefault("no_proxy", "").split("[,\\s]+"))
                .map(entry -> entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*")
                        || host.equalsIgnoreCase(entry)
                        || host.toLowerCase(Locale.ROOT).endsWith("." + entry.toLowerCase(Locale.ROOT)));
    }
}
