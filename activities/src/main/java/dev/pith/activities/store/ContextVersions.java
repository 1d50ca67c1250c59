package dev.pith.activities.store;

import dev.pith.activities.conversation.ContextVersion;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code context_version}; rows are only inserted, never changed. */
public interface ContextVersions {

    @SqlQuery("""
            select v.* from context_version v join conversation c
              on c.id = v.conversation and c.context_version = v.version
            where c.id = :conversation
            """)
    ContextVersion current(@Bind("conversation") String conversation);

    /** Returns all versions of a conversation, oldest first. */
    @SqlQuery("""
            select * from context_version where conversation = :conversation order by version
            """)
    List<ContextVersion> all(@Bind("conversation") String conversation);

    /** Returns the newest version whose summaries cover only messages before {@code seq}. */
    @SqlQuery("""
            select * from context_version
            where conversation = :conversation and compacted_through < :seq
            order by version desc limit 1
            """)
    ContextVersion newestBefore(@Bind("conversation") String conversation, @Bind("seq") long seq);

    /** Returns the compaction that wrote a version, or that its undo took back; null if there is none. */
    @SqlQuery("""
            select compaction from context_version where conversation = :conversation and version = :version
            """)
    @Nullable
    String compaction(@Bind("conversation") String conversation, @Bind("version") int version);

    @SqlQuery("""
            select * from context_version where conversation = :conversation and version = :version
            """)
    ContextVersion at(@Bind("conversation") String conversation, @Bind("version") int version);

    @SqlUpdate("""
            insert into context_version
              (conversation, version, summaries, compacted_through, abandoned, pruned, cause, compaction)
            values
              (:conversation, :version, :summaries, :compactedThrough, :abandoned::int8multirange,
               :pruned::int8multirange, :cause, :compaction)
            """)
    void append(@BindMethods ContextVersion version, @Bind("compaction") @Nullable String compaction);
}
