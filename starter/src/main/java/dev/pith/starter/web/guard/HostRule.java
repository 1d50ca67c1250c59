package dev.pith.starter.web.guard;

import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests to another host name, which a page of an attacker can point at this machine (DNS rebinding), and
 * requests that a page of another site sends (cross-site request forgery).
 */
public final class HostRule {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> names;

    /**
     * Creates the rule of a server.
     *
     * @param allowed further host names, as a reverse proxy passes them on
     */
    public HostRule(ListenAddress address, List<String> allowed) {
        Set<String> served = new HashSet<>(LOOPBACK);
        served.add(address.host().contains(":") ? "[" + address.host() + "]" : lower(address.host()));
        allowed.forEach(name -> served.add(lower(name)));
        this.names = Set.copyOf(served);
    }

    /** Fails if the request is not for this server, or comes from a page of another one. */
    public void require(Context ctx) {
        String host = ctx.header("Host");
        if (host == null || !names.contains(name(host))) {
            throw Problem.of(
                    ProblemKind.WRONG_HOST,
                    "the host of the request is not served here: use 127.0.0.1, or add it to the setting web_hosts");
        }
        String origin = ctx.header("Origin");
        String site = ctx.header("Sec-Fetch-Site");
        boolean navigation = "navigate".equals(ctx.header("Sec-Fetch-Mode"));
        if (isForeign(origin, host) || (isForeignSite(site) && !navigation)) {
            throw Problem.of(ProblemKind.CROSS_ORIGIN, "requests from pages of other sites are refused");
        }
    }

    private static boolean isForeign(@Nullable String origin, String host) {
        return origin != null
                && !lower(origin).equals("http://" + lower(host))
                && !lower(origin).equals("https://" + lower(host));
    }

    private static boolean isForeignSite(@Nullable String site) {
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    /** Returns the host without its port. */
    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        return lower(colon > host.lastIndexOf(']') ? host.substring(0, colon) : host);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
