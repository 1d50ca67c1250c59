package dev.pith.activities.backfill;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code backfill}. */
public interface Backfills {

    @SqlQuery("""
            select * from backfill where name = :name
            """)
    Optional<Backfill> find(@Bind("name") String name);

    /** Returns a backfill and locks its row until the transaction ends. */
    @SqlQuery("""
            select * from backfill where name = :name for update
            """)
    Optional<Backfill> lock(@Bind("name") String name);

    /** Returns all backfills, newest first. */
    @SqlQuery("""
            select * from backfill order by started desc, name
            """)
    List<Backfill> all();

    /** Returns the running backfills of one Temporal, and those whose Temporal is unknown. */
    @SqlQuery("""
            select * from backfill
            where state = 'running' and (temporal is null or temporal is not distinct from :temporal)
            order by started, name
            """)
    List<Backfill> running(@Bind("temporal") @Nullable String temporal);

    /** Begins a run in place of the earlier one. */
    @SqlUpdate("""
            insert into backfill (name, run, request, max_in_flight, importing, importer_seen, temporal)
            values (:name, :run, :request::jsonb, :maxInFlight, lower(:importing), clock_timestamp(), :temporal)
            on conflict (name) do update
            set run = excluded.run, request = excluded.request, max_in_flight = excluded.max_in_flight,
                importing = excluded.importing, importer_seen = excluded.importer_seen, state = 'running', outcome = null,
                temporal = excluded.temporal,
                paused = null, canceling = false,
                files = case excluded.importing when 'incomplete' then backfill.files else 0 end,
                files_read = case excluded.importing when 'incomplete' then backfill.files_read else 0 end,
                started = clock_timestamp(), ended = null
            """)
    int begin(
            @Bind("name") String name,
            @Bind("run") String run,
            @Bind("request") String request,
            @Bind("maxInFlight") int maxInFlight,
            @Bind("importing") ImportState importing,
            @Bind("temporal") @Nullable String temporal);

    /** Ends a run; has no effect on an ended one. */
    @SqlUpdate("""
            update backfill set state = 'ended', outcome = :outcome, paused = null, ended = clock_timestamp()
            where name = :name and run = :run and state = 'running'
            """)
    int end(@Bind("name") String name, @Bind("run") String run, @Bind("outcome") BackfillOutcome outcome);

    /** Pauses a backfill, or resumes it if the reason is null. Returns 1 if it runs, else 0. */
    @SqlUpdate("""
            update backfill set paused = :why where name = :name and state = 'running'
            """)
    int pause(@Bind("name") String name, @Bind("why") @Nullable String why);

    /** Changes the most conversations in flight. Returns 1 if it runs, else 0. */
    @SqlUpdate("""
            update backfill set max_in_flight = :maxInFlight where name = :name and state = 'running'
            """)
    int resize(@Bind("name") String name, @Bind("maxInFlight") int maxInFlight);

    /** Requests that no more items start and running ones stop. Returns 1 if it runs, else 0. */
    @SqlUpdate("""
            update backfill set canceling = true, paused = null where name = :name and state = 'running'
            """)
    int cancel(@Bind("name") String name);

    /** Records progress and liveness of the importer. Returns 1 if the run still needs files, else 0. */
    @SqlUpdate("""
            update backfill
            set importing = 'running', importer_seen = clock_timestamp(), files = :files, files_read = :filesRead
            where name = :name and run = :run and state = 'running'
            """)
    int importerSeen(
            @Bind("name") String name,
            @Bind("run") String run,
            @Bind("files") long files,
            @Bind("filesRead") long filesRead);

    /** Records that the importer is done, or stopped early. */
    @SqlUpdate("""
            update backfill set importing = lower(:how) where name = :name and run = :run and importing = 'running'
            """)
    int imported(@Bind("name") String name, @Bind("run") String run, @Bind("how") ImportState how);

    /** Marks the import as incomplete if its importer has not reported for a minute. Returns 1 if so, else 0. */
    @SqlUpdate("""
            update backfill set importing = 'incomplete'
            where name = :name and importing = 'running' and importer_seen < clock_timestamp() - interval '1 minute'
            """)
    int importerGone(@Bind("name") String name);
}
