package dev.pith.starter.importing.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The session ids in a file's name. A fork copies its original's records with their session id, so only the name
 * distinguishes the two.
 */
public final class SessionName {

    private static final Pattern UUID =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])");

    private SessionName() {}

    /** Returns the session in a file: the last UUID in its name; null if there is none. */
    public static @Nullable String of(SourceFile source) {
        List<String> ids = idsIn(source.name());
        if (ids.isEmpty() && source.canonicalPath() != null) {
            ids = idsIn(source.canonicalPath());
        }
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    /** Returns the last UUID in the file name of a path; null if there is none. */
    public static @Nullable String in(String path) {
        List<String> ids = idsIn(path);
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    /** Returns the original session, which a file's name has before its own id; null if it names one id or none. */
    public static @Nullable String originIn(SourceFile source) {
        List<String> ids = idsIn(source.name());
        return ids.size() < 2 ? null : ids.get(ids.size() - 2);
    }

    private static List<String> idsIn(String path) {
        Path name = Path.of(path).getFileName();
        return name == null
                ? List.of()
                : UUID.matcher(name.toString())
                        .results()
                        .map(MatchResult::group)
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .toList();
    }
}
