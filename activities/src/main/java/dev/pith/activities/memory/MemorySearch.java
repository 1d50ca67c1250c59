package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Queries table {@code memory} for the command line, by filters and words. */
@RegisterConstructorMapper(Memory.class)
public interface MemorySearch {

    /**
     * The newest first.
     *
     * @param kind in lower case; null for all
     * @param project of exactly this working directory; null for all
     * @param since of this day or later; null for all
     * @param states in lower case
     * @param patterns LIKE patterns in lower case, all of which the text must match; none where every text does
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

    /** Up to as many whose id starts so; an id has no character that LIKE treats specially. */
    @SqlQuery("""
            select * from memory where id like :prefix || '%' order by id limit :limit
            """)
    List<Memory> startingWith(@Bind("prefix") String prefix, @Bind("limit") int limit);
}
