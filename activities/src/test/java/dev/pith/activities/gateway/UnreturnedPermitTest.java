package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.StoreExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A permit that cannot be given back, as while the store is away. */
@Tag("servers")
class UnreturnedPermitTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    @Test
    void close_whereThePermitCannotBeGivenBack_doesNotThrow() {
        try (Asked asked = new Asked(STORE.database())) {
            Database away = Database.open(new StoreSettings(STORE.jdbcUrl(), null, null, 1));
            EndpointLimiter limiter = new EndpointLimiter(away, asked.profile());
            CallSlot callSlot = new CallSlot(limiter, limiter.permit().orElseThrow(), new CancellationToken());
            away.close();

            assertThatCode(callSlot::close).doesNotThrowAnyException();
        }
    }
}
