package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.ModelProfile;
import java.util.List;
import okhttp3.HttpUrl;

/** Derives addresses from a base URL and keeps its query. */
public final class BaseUrl {

    private BaseUrl() {}

    /**
     * Returns the base URL of a profile without trailing slashes.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public static HttpUrl of(ModelProfile profile) {
        HttpUrl url = HttpUrl.parse(profile.baseUrl().strip());
        if (url == null) {
            // The message omits the URL, since some users put keys into it.
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

    /** Returns whether the last path segment is {@code v1}. */
    public static boolean endsInVersion(HttpUrl base) {
        List<String> segments = base.pathSegments();
        return segments.get(segments.size() - 1).equals("v1");
    }

    /** Returns the base URL with path segments appended. */
    public static HttpUrl below(HttpUrl base, String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    /** Returns the server's root: the base without its version. */
    public static HttpUrl root(HttpUrl base) {
        return endsInVersion(base)
                ? base.newBuilder()
                        .removePathSegment(base.pathSegments().size() - 1)
                        .build()
                : base;
    }

    /** Returns the host, with the port unless it is the scheme's default. */
    public static String host(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    /** Returns the URL without user and query, which may contain secrets. */
    public static String plain(HttpUrl url) {
        return url.scheme() + "://" + host(url) + url.encodedPath();
    }
}
