package dev.pith.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.testing.StoreExtension;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class RecordMappersTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(2);

    record Berth(String harbor, int number, @Nullable String boat) {}

    interface Berths {

        @SqlQuery("select 'Ostervik' as harbor, 7 as number, 'Mira' as boat")
        Berth taken();

        @SqlQuery("select 8 as number, 'Ostervik' as harbor")
        Berth free();

        @SqlQuery("select 'Ostervik' as harbor")
        Berth unnumbered();

        @SqlQuery("select '{[1,4)}'::int8multirange")
        Ranges ranges();

        default List<Berth> all() {
            return List.of(taken(), free());
        }
    }

    @Test
    void eachResult_isReadByItsOwnColumns() {
        Berths berths = STORE.database().table(Berths.class);
        for (int round = 0; round < 2; round++) {
            assertThat(berths.all()).containsExactly(new Berth("Ostervik", 7, "Mira"), new Berth("Ostervik", 8, null));
            assertThatThrownBy(berths::unnumbered).hasMessageContaining("number");
        }
    }

    @Test
    void aRecordThatIsOneColumn_isReadAsSuch() {
        assertThat(STORE.database().table(Berths.class).ranges()).isEqualTo(Ranges.of(1, 3));
    }

    @Test
    void anAttachedInterface_isAnObject() {
        STORE.database().transact(handle -> {
            Berths berths = handle.attach(Berths.class);
            assertThat(Set.of(berths)).contains(berths).doesNotContain(handle.attach(Berths.class));
            assertThat(berths.toString()).endsWith("Berths");
            return null;
        });
    }
}
