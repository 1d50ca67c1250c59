package dev.pith.starter.sessions;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads sources without the sessions that a setting excludes. A title may stand at the end of a file, so a file is read
 * twice if there are patterns. Thread-safe.
 */
public final class FilteredReader {

    private final SourceReader reader = new SourceReader();
    private final SessionPatterns ignored;

    /** Creates a reader that leaves out the sessions of these patterns. */
    public FilteredReader(SessionPatterns ignored) {
        this.ignored = ignored;
    }

    /**
     * Reads one file.
     *
     * @throws NotAConversationException if it holds no conversation; nothing has been sent to the sink then
     * @throws IgnoredSessionException if all its sessions are excluded; nothing has been sent to the sink then
     */
    public ImportSummary read(Path file, ConversationSink sink, ImportOptions options)
            throws IOException, NotAConversationException, IgnoredSessionException {
        if (ignored.isEmpty()) {
            return reader.read(file, sink, options);
        }
        Optional<String> path = ignored.match(SessionNames.of(file));
        if (path.isPresent()) {
            throw excluded(path.get());
        }
        SessionPeek peek = new SessionPeek();
        reader.read(file, peek, options);
        return filtered(
                sink, header -> ignored.match(peek.names(header)), filter -> reader.read(file, filter, options));
    }

    /**
     * Reads a stream to its end. Titles that stand after the first message of a session are not matched.
     *
     * @param name the stream's name in messages
     * @throws NotAConversationException if it holds no conversation; nothing has been sent to the sink then
     * @throws IgnoredSessionException if all its sessions are excluded; nothing has been sent to the sink then
     */
    public ImportSummary read(InputStream in, String name, ConversationSink sink, ImportOptions options)
            throws IOException, NotAConversationException, IgnoredSessionException {
        return filtered(
                sink,
                header -> ignored.match(SessionNames.of(header, header.title(), header.project())),
                filter -> reader.read(in, name, filter, options));
    }

    private interface Read {
        ImportSummary into(ConversationSink sink) throws IOException, NotAConversationException;
    }

    private ImportSummary filtered(
            ConversationSink sink, Function<ConversationHeader, Optional<String>> excluded, Read read)
            throws IOException, NotAConversationException, IgnoredSessionException {
        SessionFilter filter = new SessionFilter(sink, excluded);
        ImportSummary summary = read.into(filter);
        if (filter.isAllExcluded()) {
            throw excluded(filter.why().orElseThrow());
        }
        return summary;
    }

    private IgnoredSessionException excluded(String why) {
        return new IgnoredSessionException(why, "take that out of the setting (" + ignored.source() + ") to import it");
    }
}
