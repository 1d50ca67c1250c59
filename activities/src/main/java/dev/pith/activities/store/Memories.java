package dev.pith.activities.store;

import dev.pith.activities.memory.Memory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Table {@code memory}. */
@RegisterConstructorMapper(Memory.class)
public interface Memories {

    @SqlQuery("""
            select * from memory where id = :id
            """)
    Optional<Memory> find(@Bind("id") String id);

    /** Of one day, in the order in which they were remembered. */
    @SqlQuery("""
            select * from memory where day = :day order by created, id
            """)
    List<Memory> ofDay(@Bind("day") LocalDate day);

    /**
     * A new one; nothing where the same thing is remembered already, in whatever state.
     *
     * @param words those that carry meaning
     * @param hash of kind, project and plain text
     */
    @SqlUpdate("""
            insert into memory
              (id, conversation, flush, from_seq, to_seq, day, kind, source, project, text, words, hash, last_day)
            values
              (:id, :conversation, :flush, :fromSeq, :toSeq, :day, lower(:kind), lower(:source), :project, :text, :words,
               :hash, :lastDay)
            on conflict (hash) do nothing
            """)
    int insert(@BindMethods Memory memory, @Bind("words") String[] words, @Bind("hash") String hash);

    /** Takes over what somebody wrote in its place. */
    @SqlUpdate("""
            update memory set text = :text, words = :words, state = 'edited' where id = :id
            """)
    int edit(@Bind("id") String id, @Bind("text") String text, @Bind("words") String[] words);

    /** Somebody removed it. */
    @SqlUpdate("""
            update memory set state = 'forgotten' where id = :id and state <> 'forgotten'
            """)
    int forget(@Bind("id") String id);
}
