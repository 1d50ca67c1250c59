package dev.pith.starter.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares JDBC URLs for display: without the password that they may contain. */
public final class JdbcUrl {

    private static final String HIDDEN = "***";

    /** A URL in a text; it ends at white space, a quote or an angle bracket. */
    private static final Pattern URL = Pattern.compile("(?i)\\bjdbc:[^\\s\"'<>]++");

    /**
     * A parameter's name and value; the value ends at the next parameter. Some drivers separate them by a semicolon.
     */
    private static final Pattern PARAMETER = Pattern.compile("([?&;])([^?&;=]++)=([^&;]*+)");

    private JdbcUrl() {}

    /**
     * Returns the text with the passwords in every JDBC URL hidden: in user:password@ and in parameters such as
     * password=.
     */
    public static String shown(String text) {
        Matcher urls = URL.matcher(text);
        return urls.replaceAll(url -> Matcher.quoteReplacement(withoutPassword(url.group())));
    }

    /** Returns whether a user precedes the host. PostgreSQL's driver treats both as the host, and prints it. */
    public static boolean namesUser(String url) {
        int query = url.indexOf('?');
        int at = url.indexOf('@');
        return at >= 0 && (query < 0 || at < query);
    }

    private static String withoutPassword(String url) {
        int from = url.indexOf("//") + 2;
        int query = url.indexOf('?');
        // A password may contain a slash, or a question mark that looks like the start of the query.
        int at = from < 2 ? -1 : url.lastIndexOf('@');
        int colon = at < 0 ? -1 : url.indexOf(':', from);
        boolean inQuery = query >= 0 && at > query && url.indexOf('=', query) >= 0 && url.indexOf('=', query) < at;
        String shown = colon >= from && colon < at && !inQuery
                ? url.substring(0, colon + 1) + HIDDEN + url.substring(at)
                : url;
        return PARAMETER
                .matcher(shown)
                .replaceAll(one -> Matcher.quoteReplacement(
                        one.group(1) + one.group(2) + "=" + (isSecret(one.group(2)) ? HIDDEN : one.group(3))));
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.contains("token");
    }
}
