package dev.pith.activities.temporal;

import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.memory.Extracting;
import dev.pith.activities.memory.Extractor;
import dev.pith.activities.store.Database;
import dev.pith.workflows.flush.Extracted;
import dev.pith.workflows.flush.ExtractingActivities;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.flush.FlushTask;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Implements extraction over the store. Logs a line for each flush: waiting time, running time, memories. */
public final class ExtractingActivitiesImpl implements ExtractingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractingActivitiesImpl.class);

    private final Extracting extracting;

    public ExtractingActivitiesImpl(Database database, Extractor extractor) {
        this.extracting = new Extracting(database, extractor);
    }

    @Override
    public Extracted extract(FlushTask task) {
        long started = System.nanoTime();
        Extracted extracted = extracted(task);
        log(task.range(), extracted, Duration.ofNanos(System.nanoTime() - started));
        return extracted;
    }

    private Extracted extracted(FlushTask task) {
        try {
            return extracting.extract(task, WatchedContext.attempt());
        } catch (UnfitReplyException unfit) {
            return Extracted.unfit(unfit.verdict());
        }
    }

    private static void log(FlushRange range, Extracted extracted, Duration ran) {
        LOG.info(
                "flush {} of {}, messages {} to {}: {}, waited {} ms, ran {} ms, memories {} new, {} known, {} superseded",
                range.flush(),
                range.conversation(),
                range.fromSeq(),
                range.toSeq(),
                "the reply " + extracted.verdict().words(),
                range.waitedMillis(),
                ran.toMillis(),
                extracted.added(),
                extracted.merged(),
                extracted.superseded());
    }
}
