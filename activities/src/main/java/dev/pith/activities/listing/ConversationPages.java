package dev.pith.activities.listing;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads pages of conversations. */
public interface ConversationPages {

    /** A project or a source, and how many conversations it has. */
    record Place(String name, long conversations) {}

    /**
     * Returns the conversations after a mark, newest first. Of those of the page that are compacted, sums the summaries,
     * the live messages, and the system messages, which no compaction replaces; the others have the tokens of their row.
     *
     * @param filter text that title, project or id contain, case ignored; null for all
     * @param project only those of this directory or below it; null for all
     * @param source only those of this source; null for all
     * @param subagents whether to include the conversations of subagents
     */
    @SqlQuery("""
            select page.*, v.compacted_through,
                   case when v.compacted_through = 0 and v.abandoned = '{}' and v.pruned = '{}' then page.tokens
                        else (select coalesce(sum(s.tokens), 0) from summary s where s.id = any(v.summaries))
                           + (select coalesce(sum(case when seq <@ v.pruned then coalesce(
                                       (select shown.tokens from pruned_result shown
                                        where shown.conversation = m.conversation and shown.seq = m.seq), m.tokens)
                                     else m.tokens end), 0)
                              from message m
                              where m.conversation = page.id and m.seq > v.compacted_through
                                and m.role not in ('system', 'developer') and not m.seq <@ v.abandoned)
                           + (select coalesce(sum(once.tokens), 0) from (
                                select distinct on (m.parts) m.tokens from message m
                                where m.conversation = page.id and m.role in ('system', 'developer')
                                  and not m.seq <@ v.abandoned) once) end as context_tokens,
                   (select r.id from compaction r where r.conversation = page.id and r.state = 'running'
                    order by r.started desc limit 1) as running
            from (select *, coalesce(latest, updated) as at from conversation
                  where (coalesce(latest, updated), '') <= (:time, '')
                    and (coalesce(latest, updated) < :time or id > :id)
                    and (:subagents or subagent_id = '')
                    and (:source::text is null or source = :source)
                    and (:project::text is null or project = :project
                         or starts_with(project, rtrim(:project, '/') || '/'))
                    and (:filter::text is null or strpos(lower(coalesce(title, '')), lower(:filter)) > 0
                         or strpos(lower(coalesce(project, '')), lower(:filter)) > 0
                         or starts_with(id, lower(:filter)) or native_id = :filter)
                  order by coalesce(latest, updated) desc, id limit :limit) page
            join context_version v on v.conversation = page.id and v.version = page.context_version
            order by page.at desc, page.id
            """)
    List<ListedConversation> after(
            @BindMethods PageMark mark,
            @Bind("filter") @Nullable String filter,
            @Bind("project") @Nullable String project,
            @Bind("source") @Nullable String source,
            @Bind("subagents") boolean subagents,
            @Bind("limit") int limit);

    /** Returns the projects with the most conversations, those first. */
    @SqlQuery("""
            select project as name, count(*) as conversations from conversation
            where project is not null and subagent_id = '' group by project order by 2 desc, 1 limit :limit
            """)
    List<Place> projects(@Bind("limit") int limit);

    /** Returns the sources, those with the most conversations first. */
    @SqlQuery("""
            select source as name, count(*) as conversations from conversation
            where subagent_id = '' group by source order by 2 desc, 1
            """)
    List<Place> sources();
}
