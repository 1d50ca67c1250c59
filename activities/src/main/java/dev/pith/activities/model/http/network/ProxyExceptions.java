package dev.pith.activities.model.http.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that are reached without a proxy: this machine, and those that {@code NO_PROXY} lists. An entry is a name,
 * which includes its subdomains, an address, a block of IPv4 addresses such as {@code 10.0.0.0/8}, or {@code *} for
 * all.
 *
 * @param named the entries, separated by commas or spaces
 */
record ProxyExceptions(String named) {

    private static final Pattern LOOPBACK = Pattern.compile("^(?:localhost|.*\\.localhost|127(?:\\.\\d{1,3}){3}|::1)");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern BLOCK = Pattern.compile(IPV4 + "/([12]?\\d|3[0-2])");

    /** Returns whether a host is reached without a proxy; IPv6 addresses may have brackets. */
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

    /** Returns an entry in lower case, without brackets, port and leading {@code *.} or dot. */
    private static String plain(String entry) {
        return entry.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
                .replaceFirst("^\\*?\\.", "")
                .replaceFirst("^([^:]*):\\d+$", "$1");
    }
}
