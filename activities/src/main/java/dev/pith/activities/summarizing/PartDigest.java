package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.TraceRecorder;
import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.text.Sentences;
import java.util.List;
import java.util.stream.Stream;

/** Computes the digest of summaries that are to be merged. */
final class PartDigest {

    private PartDigest() {}

    /** Returns the joined digest of all parts, in order. */
    static Digest of(Stream<Part> parts) {
        return parts.map(PartDigest::of).reduce(Digest.EMPTY, Digest::then);
    }

    /**
     * Returns the digest of a part. The sentences of a model's text replace statements, as from an earlier summary; the
     * rest comes from the stored digest.
     */
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
                read.facts(),
                read.days(),
                read.unread() + traces.unread());
    }
}
