package dev.pith.starter.filter;

import dev.pith.activities.conversation.ConversationSink;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.workflows.compaction.Sizes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Summarizes conversation files without storing anything. Thread-safe. */
public final class FileSummarizer {

    /** Includes unfinished messages, since a filter is not run again when the file has grown. */
    private static final ImportOptions AS_IT_IS = new ImportOptions(true, null);

    private final Sizes sizes;
    private final SourceReader reader = new SourceReader();

    /** Uses the given sizes for orders without a budget. */
    public FileSummarizer(Sizes sizes) {
        this.sizes = sizes;
    }

    /**
     * The result for a file.
     *
     * @param source the figures of the import
     * @param pages one page for each order, in their order
     */
    public record Summarized(ImportSummary source, List<SummaryPage> pages) {
        public Summarized {
            pages = List.copyOf(pages);
        }
    }

    /**
     * Reads a file once and summarizes it for every order. Reads a pipe as a stream.
     *
     * @throws NotAConversationException if the file contains no conversation
     */
    public Summarized summarize(Path file, List<SummaryOrder> orders) throws IOException, NotAConversationException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return summarize(in, file.toString(), orders);
            }
        }
        return summarize(sink -> reader.read(file, sink, AS_IT_IS), orders);
    }

    /**
     * Reads a stream to its end and summarizes it for every order.
     *
     * @param name the name of the stream in messages
     * @throws NotAConversationException if the stream contains no conversation
     */
    public Summarized summarize(InputStream in, String name, List<SummaryOrder> orders)
            throws IOException, NotAConversationException {
        return summarize(sink -> reader.read(in, name, sink, AS_IT_IS), orders);
    }

    private interface Reading {
        ImportSummary into(ConversationSink sink) throws IOException, NotAConversationException;
    }

    private Summarized summarize(Reading reading, List<SummaryOrder> orders)
            throws IOException, NotAConversationException {
        Gathering gathering = new Gathering(orders, sizes);
        ImportSummary source = reading.into(gathering);
        return new Summarized(source, gathering.pages());
    }
}
