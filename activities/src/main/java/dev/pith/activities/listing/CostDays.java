package dev.pith.activities.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads what model calls cost, day by day. */
public interface CostDays {

    /**
     * The calls of a model on a day in UTC.
     *
     * @param failed calls without a usable reply
     * @param cost the sum of the known costs
     * @param unpriced calls whose cost is not known
     */
    record Day(
            LocalDate day,
            String profile,
            String model,
            long calls,
            long failed,
            long tokensIn,
            long tokensOut,
            BigDecimal cost,
            long unpriced) {}

    /** Returns the days from a time on that have calls, oldest first, each model for itself. */
    @SqlQuery("""
            select (started at time zone 'UTC')::date as day, profile, model, count(*) as calls,
                   count(*) filter (where outcome not in ('RUNNING', 'FIT')) as failed,
                   sum(tokens_in) as tokens_in, sum(tokens_out) as tokens_out,
                   coalesce(sum(cost), 0) as cost, count(*) filter (where cost is null) as unpriced
            from model_call where started >= :since
            group by 1, 2, 3 order by 1, 2, 3
            """)
    List<Day> since(@Bind("since") Instant since);
}
