package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.ModelProfile;
import java.util.List;
import okhttp3.HttpUrl;

/** Addresses below and beside a base URL; a query that it has goes along. */
public final class BaseUrl {

    private BaseUrl() {}

    /** The base URL of a profile, without slashes at its end. */
    public static HttpUrl of(ModelProfile profile) {
        HttpUrl url = HttpUrl.parse(profile.baseUrl().strip());
        if (url == null) {
            // The URL itself is not named: some people write keys into it.
            throw new IllegalArgumentException(
                    "base URL of model profile " + profile.name() + " must be a complete http or https address");
        }
        HttpUrl.Builder builder = url.newBuilder();
        List<String> segments = url.pathSegments();
        for (int i = segments.size() - 1; i > 0 && segments.get(i).isEmpty(); i--) {
            builder.removePathSegment(i);
        }
        return builder.build();
    }

    public static boolean endsInVersion(HttpUrl base) {
        List<String> segments = base.pathSegments();
        return segments.get(segments.size() - 1).equals("v1");
    }

    public static HttpUrl below(HttpUrl base, String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    /** The server's own root: the base without its version. */
    public static HttpUrl root(HttpUrl base) {
        return endsInVersion(base)
                ? base.newBuilder()
                        .removePathSegment(base.pathSegments().size() - 1)
                        .build()
                : base;
    }

    /** Host, and port where it is not the scheme's own. */
    public static String host(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    /** An address without what may be a secret: user and query. */
    public static String plain(HttpUrl url) {
        return url.scheme() + "://" + host(url) + url.encodedPath();
    }
}
