package dev.pith.activities.model.http.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that no proxy is used for: this machine itself, and what {@code NO_PROXY} names. An entry is a name, which
 * stands for its subdomains too, an address, a block of IPv4 addresses such as {@code 10.0.0.0/8}, or {@code *} for all.
 *
 * @param named entries, separated by commas or spaces
 */
record ProxyExceptions(String named) {

    private static final Pattern LOOPBACK = Pattern.compile("^(?:localhost|.*\\.localhost|127(?:\\.\\d{1,3}){3}|::1)");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern BLOCK = Pattern.compile(IPV4 + "/([12]?\\d|3[0-2])");

    /** Whether a host, an IPv6 address with or without its brackets, is reached without a proxy. */
    boolean contains(String host) {
        String plain = plain(host);
        return LOOPBACK.matcher(plain).matches()
                || Arrays.stream(named.split("[,\\s]+"))
                        .map(ProxyExceptions::plain)
                        .filter(entry -> !entry.isEmpty())
                        .anyMatch(entry -> matches(entry, plain));
    }

    private static boolean matches(String entry, String host) {
        if (BLOCK.matcher(entry).matches()) {
            return IPV4.matcher(host).matches() && isIn(entry, host);
        }
        return entry.equals("*") || host.equals(entry) || host.endsWith("." + entry);
    }

    private static boolean isIn(String block, String host) {
        int slash = block.indexOf('/');
        int rest = 32 - Integer.parseInt(block.substring(slash + 1));
        return bits(block.substring(0, slash)) >> rest == bits(host) >> rest;
    }

    private static long bits(String address) {
        return Arrays.stream(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (all, part) -> all << 8 | part);
    }

    /** In small letters, without brackets, a port, and what stands for subdomains. */
    private static String plain(String entry) {
        return entry.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
                .replaceFirst("^\\*?\\.", "")
                .replaceFirst("^([^:]*):\\d+$", "$1");
    }
}
