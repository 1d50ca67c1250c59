package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Queries table {@code memory} for the command line and the index, by filters and words. */
public interface MemorySearch {

    /**
     * Returns matching memories, newest first.
     *
     * @param kind the kind in lower case; null for all
     * @param project the exact working directory; null for all
     * @param since the earliest day of the last sighting; null for all
     * @param states states in lower case
     * @param patterns LIKE patterns in lower case, all of which the text must match; empty to match every text
     */
    @SqlQuery("""
            select * from memory
            where (:kind::text is null or kind = :kind)
              and (:project::text is null or project = :project)
              and (:since::date is null or last_day >= :since)
              and state = any (:states)
              and lower(text) like all (:patterns)
            order by last_day desc, created desc, id
            limit :limit
            """)
    List<Memory> find(
            @Bind("kind") @Nullable String kind,
            @Bind("project") @Nullable String project,
            @Bind("since") @Nullable LocalDate since,
            @Bind("states") String[] states,
            @Bind("patterns") String[] patterns,
            @Bind("limit") int limit);

    /** Returns up to {@code limit} memories whose id starts with a prefix; ids contain no LIKE wildcards. */
    @SqlQuery("""
            select * from memory where id like :prefix || '%' order by id limit :limit
            """)
    List<Memory> startingWith(@Bind("prefix") String prefix, @Bind("limit") int limit);
}
