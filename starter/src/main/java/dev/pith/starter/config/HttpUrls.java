package dev.pith.starter.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks addresses of HTTP servers. */
final class HttpUrls {

    private HttpUrls() {}

    /** Returns whether a text is an HTTP URL with a host and at most a path behind it. */
    static boolean isPlain(String text) {
        try {
            URI uri = new URI(text);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isHttp
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
