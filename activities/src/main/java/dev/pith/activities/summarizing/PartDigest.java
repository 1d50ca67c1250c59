package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.TraceRecorder;
import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.text.Sentences;
import java.util.List;
import java.util.stream.Stream;

/** What is known of summaries that are to become one. */
final class PartDigest {

    private PartDigest() {}

    /** Of all of them, in order. */
    static Digest of(Stream<Part> parts) {
        return parts.map(PartDigest::of).reduce(Digest.EMPTY, Digest::then);
    }

    /** The sentences of a model's text are read as an earlier summary's; beside them stands what was read for it. */
    private static Digest of(Part part) {
        Digest read = part.digest() == null ? Digest.EMPTY : Digest.fromJson(part.digest());
        if (part.digest() != null && !part.byModel()) {
            return read;
        }
        TraceRecorder traces = new TraceRecorder();
        traces.summary(part.text());
        List<Statement> statements = Sentences.of(part.text()).stream()
                .map(text -> Statement.of(1, Voice.SUMMARY, false, text))
                .toList();
        return new Digest(
                read.requests(),
                statements,
                read.state(),
                part.digest() == null ? traces.traces() : read.traces(),
                read.unread() + traces.unread());
    }
}
