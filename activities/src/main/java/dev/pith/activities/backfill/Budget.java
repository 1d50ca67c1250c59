package dev.pith.activities.backfill;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.gateway.CallFigures;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.store.Reserved;
import dev.pith.workflows.backfill.BackfillSpec;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides whether a backfill may start another item: the spent amount, the reservations of items in flight and the
 * forecast of the next item must together stay within the limits. Retries are not forecast and come on top.
 */
final class Budget {

    private final Handle handle;
    private final BackfillSpec spec;
    private Reserved taken;

    Budget(Handle handle, String backfill, BackfillSpec spec) {
        this.handle = handle;
        this.spec = spec;
        this.taken = spec.limited() ? taken(handle, backfill) : Reserved.NOTHING;
    }

    /** Reserves what a conversation may take; empty if that exceeds the budget. Reserves nothing without limits. */
    Optional<Reserved> reserve(String conversation) {
        if (!spec.limited()) {
            return Optional.of(Reserved.NOTHING);
        }
        Forecast forecast = Forecaster.ofStored(handle, conversation, spec.compaction());
        BigDecimal cost =
                spec.rates() == null ? BigDecimal.ZERO : spec.rates().cost(forecast.tokensIn(), forecast.tokensOut());
        Reserved wanted = new Reserved(forecast.tokensIn() + forecast.tokensOut(), cost);
        Reserved together = taken.plus(wanted);
        boolean reaches = (spec.maxTokens() == null || together.tokens() <= spec.maxTokens())
                && (spec.maxCost() == null || together.cost().compareTo(spec.maxCost()) <= 0);
        taken = reaches ? together : taken;
        return reaches ? Optional.of(wanted) : Optional.empty();
    }

    private static Reserved taken(Handle handle, String backfill) {
        CallFigures spent = handle.attach(ModelCalls.class).figuresOfBackfill(backfill);
        return new Reserved(spent.tokensIn() + spent.tokensOut(), spent.knownCost())
                .plus(handle.attach(BackfillFlow.class).reserved(backfill));
    }
}
