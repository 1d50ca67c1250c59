package dev.pith.activities.intake;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads the texts from which the titles of conversations are derived: the gist and a person's first request. */
public interface OpeningWords {

    /**
     * The first 500 characters of each text.
     *
     * @param gist null if there is no gist
     * @param request the first text of a person; null if there is none
     */
    record Of(
            String conversation,
            @Nullable String gist,
            @Nullable String request) {}

    /** Returns the texts of the given conversations, in no particular order. */
    @SqlQuery("""
            select c.id as conversation,
                   (select left(s.text, 500) from summary s where s.id = c.gist) as gist,
                   (select left(part ->> 'text', 500)
                    from message m cross join lateral jsonb_array_elements(m.parts) part
                    where m.conversation = c.id and m.origin = 'person' and m.seq > 0 and part ->> 'type' = 'text'
                    order by m.seq limit 1) as request
            from conversation c where c.id = any(:ids)
            """)
    List<Of> of(@Bind("ids") List<String> ids);
}
