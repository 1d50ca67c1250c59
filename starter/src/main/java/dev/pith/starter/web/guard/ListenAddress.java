package dev.pith.starter.web.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server listens.
 *
 * @param host an address or a host name, without brackets
 * @param port 0 lets the system choose
 */
public record ListenAddress(String host, int port) {

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("^(?:(\\[[0-9a-fA-F:.]{1,60}+]|[^:\\[\\]\\s/]{1,253}+):)?(\\d{1,5})$");

    public ListenAddress {
        if (host.isBlank() || port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "the address is \"" + host + ":" + port + "\", must be a host and a port up to " + LARGEST_PORT);
        }
    }

    /**
     * Reads {@code host:port}, {@code [address]:port} or {@code port}, which means 127.0.0.1.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static ListenAddress of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no address: it must be a port, or a host and a port such as 127.0.0.1:7484");
        }
        String host = matcher.group(1) == null ? "127.0.0.1" : matcher.group(1);
        return new ListenAddress(host.replace("[", "").replace("]", ""), Integer.parseInt(matcher.group(2)));
    }

    /** Returns whether only this machine can reach it. */
    public boolean isLoopback() {
        try {
            return host.toLowerCase(Locale.ROOT).equals("localhost")
                    || InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns the address with the port that the system chose. */
    public ListenAddress at(int chosen) {
        return new ListenAddress(host, chosen);
    }

    /** Returns the URL under which a browser on this machine opens it. */
    public String url() {
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        String name = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port;
    }
}
