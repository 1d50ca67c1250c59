package dev.pith.activities.store;

import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Deletes rows of old compactions that nothing refers to; never a message, a context version, its summaries or a
 * memory. Each call deletes up to {@code limit} rows in a transaction of its own, so that locks are held briefly, and
 * returns how many.
 */
public interface Prunable {

    /**
     * Compactions that ended before a time and have a newer one of the same kind; the newest one determines what is up
     * to date.
     */
    String OLD = """
            from compaction c
            where c.state = 'ended' and c.ended < :before
              and exists (select from compaction newer
                          where newer.conversation = c.conversation
                            and (newer.strategy = 'GIST') = (c.strategy = 'GIST') and newer.started > c.started)
            """;

    /** Deletes the summaries of unapplied previews that can no longer be applied, since a newer compaction exists. */
    @SqlUpdate("""
            delete from summary where id = any(array(
              select s.id from summary s where s.compaction in (
                select c.id
            """ + OLD + """
                and c.outcome = 'PREVIEWED' and c.to_version is null)
                and not exists (select from summary_source made where made.source_summary = s.id)
                and not exists (select from conversation g where g.id = s.conversation and g.gist = s.id)
                and not exists (select from context_version v
                                where v.conversation = s.conversation and s.id = any(v.summaries))
              limit :limit))
            """)
    int previews(@Bind("before") Instant before, @Bind("limit") int limit);

    /** Deletes the chunks of old compactions; their summaries were made from them long ago. */
    @SqlUpdate("""
            delete from chunk where ctid = any(array(
              select k.ctid from chunk k where k.compaction in (
                select c.id
            """ + OLD + """
              ) limit :limit))
            """)
    int chunks(@Bind("before") Instant before, @Bind("limit") int limit);

    /** Deletes compactions that left no summary and no context version, and that no backfill's report refers to. */
    @SqlUpdate("""
            delete from compaction where id = any(array(
              select c.id
            """ + OLD + """
                and not exists (select from summary s where s.compaction = c.id)
                and not exists (select from context_version v
                                where v.conversation = c.conversation and v.compaction = c.id)
                and c.id not in (select unnest(compactions) from backfill_item)
              limit :limit))
            """)
    int compactions(@Bind("before") Instant before, @Bind("limit") int limit);

    /**
     * Deletes model calls that started before a time and have ended, except those of running compactions, which count
     * toward limits.
     */
    @SqlUpdate("""
            delete from model_call where id = any(array(
              select m.id from model_call m
              where m.started < :before and m.outcome <> 'RUNNING'
                and not exists (select from compaction c where c.id = m.compaction and c.state = 'running')
              limit :limit))
            """)
    int calls(@Bind("before") Instant before, @Bind("limit") int limit);

    /** Deletes chunk summaries that no chunk refers to. */
    @SqlUpdate("""
            delete from chunk_summary where id = any(array(
              select s.id from chunk_summary s
              where s.created < :before and not exists (select from chunk k where k.chunk_summary = s.id)
              limit :limit))
            """)
    int chunkSummaries(@Bind("before") Instant before, @Bind("limit") int limit);
}
