package dev.pith.starter.config;

import dev.pith.activities.model.Provider;
import java.net.URI;
import java.net.URISyntaxException;

/** The base URL of an endpoint, without the path that every call appends. */
public final class BaseUrlSetting {

    private final ModelTable table;
    private final Provider provider;
    private final String url;

    BaseUrlSetting(ModelTable table, Provider provider) {
        this.table = table;
        this.provider = provider;
        this.url = table.text(ModelKey.BASE_URL).orElse("").replaceFirst("/+$", "");
    }

    /**
     * Returns the URL without trailing slashes.
     *
     * @throws ConfigurationException if it is not a valid base URL
     */
    String checked() {
        URI uri = uri();
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!isHttp || uri.getHost() == null) {
            throw wrong("must begin with http:// or https:// and a host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong("must not have a query or a fragment");
        }
        if (url.endsWith("/chat/completions") || url.endsWith("/messages")) {
            throw wrong("must not name the call: leave out what follows the version, or the host for anthropic");
        }
        if (provider == Provider.ANTHROPIC && url.endsWith("/v1")) {
            throw wrong("must not end in /v1 for anthropic: every call appends it");
        }
        return url;
    }

    /** Returns a URL for display: without user and password. */
    public static String shown(String url) {
        int from = url.indexOf("://") + 3;
        int path = url.indexOf('/', from);
        int at = (path < 0 ? url : url.substring(0, path)).lastIndexOf('@');
        return from < 3 || at < from ? url : url.substring(0, from) + url.substring(at + 1);
    }

    private URI uri() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong("must be a URL");
        }
    }

    private ConfigurationException wrong(String rule) {
        return new ConfigurationException("model " + table.name() + ": base_url is \"" + shown(url) + "\" ("
                + table.get(ModelKey.BASE_URL).source() + "), " + rule);
    }
}
