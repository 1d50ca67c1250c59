package dev.pith.activities.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites every segment with deleted documents when that is forced, so that their words leave the files. Lucene's own
 * policy leaves a single segment with few deletions as it is.
 */
final class ErasingMergePolicy extends FilterMergePolicy {

    ErasingMergePolicy() {
        super(new TieredMergePolicy());
    }

    @Override
    public @Nullable MergeSpecification findForcedDeletesMerges(SegmentInfos infos, MergePolicy.MergeContext context)
            throws IOException {
        Set<SegmentCommitInfo> merging = context.getMergingSegments();
        MergeSpecification rewrites = new MergeSpecification();
        for (SegmentCommitInfo segment : infos) {
            if (context.numDeletesToMerge(segment) > 0 && !merging.contains(segment)) {
                rewrites.add(new OneMerge(List.of(segment)));
            }
        }
        return rewrites.merges.isEmpty() ? null : rewrites;
    }
}
