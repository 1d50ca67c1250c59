package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches over HTTP while the index is brought up to date. */
@Tag("servers")
class SearchApiTest extends InAServedHome {

    /** A lock on a table stands for the update after a large import. */
    @Test
    @Timeout(60)
    void whileTheIndexIsUpdated_whatIsIndexedIsSearched() {
        String first = served.conversation("first");
        JsonNode all = search("Request+number&limit=100");
        assertThat(all.path("current").asBoolean()).isTrue();
        assertThat(all.path("pending").asLong()).isZero();

        String second = served.database().transact(open -> {
            open.execute("lock table memory in access exclusive mode");
            String stored = served.conversation("second");
            JsonNode some = search("Request+number");
            assertThat(some.path("current").asBoolean()).isFalse();
            assertThat(some.path("items").findValuesAsText("conversation")).containsOnly(first);
            return stored;
        });

        JsonNode later = search("Request+number&conversation=" + second);
        assertThat(later.path("current").asBoolean()).isTrue();
        assertThat(later.path("items")).isNotEmpty();
    }

    private JsonNode search(String query) {
        return object(served.get("/v1/search?query=" + query));
    }
}
