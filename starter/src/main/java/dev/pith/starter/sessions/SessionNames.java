package dev.pith.starter.sessions;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What names a session, for patterns: its id in the source, that of the session which called it, title, project, path
 * and the last part of the path.
 */
public record SessionNames(List<String> all) {

    /** No names. */
    public static final SessionNames NONE = new SessionNames(List.of());

    public SessionNames {
        all = List.copyOf(all);
    }

    /** Returns the names of a file, whose sessions are not known yet. */
    public static SessionNames of(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Path last = path.getFileName();
        return known(path.toString(), last == null ? null : last.toString());
    }

    /**
     * Returns the names of a session that was read.
     *
     * @param title its title, which may have come after the header; null without one
     * @param project its working directory; null without one
     */
    public static SessionNames of(ConversationHeader header, @Nullable String title, @Nullable String project) {
        return known(header.nativeId(), header.parentNativeId(), title, project);
    }

    /** Returns the names of a stored conversation; its path is known only if that is its id in the source. */
    public static SessionNames of(Conversation stored) {
        return known(stored.nativeId(), stored.parentNativeId(), stored.title(), stored.project());
    }

    /** Returns these names and others. */
    public SessionNames and(SessionNames more) {
        return new SessionNames(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    private static SessionNames known(@Nullable String... names) {
        return new SessionNames(Stream.of(names).filter(Objects::nonNull).toList());
    }
}
