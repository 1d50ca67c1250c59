package dev.pith.activities.appending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.testing.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ApiConversationsTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(2);

    private final ApiConversations conversations = new ApiConversations(STORE.database());

    @Test
    void open_createsOnce_andKeepsWhatIsNotGiven() {
        String key = OpaqueId.next();
        ApiConversations.Opened first = conversations.open(key, "Tide tables", "/harbor");
        ApiConversations.Opened again = conversations.open(key, null, "/quay");

        assertThat(first.created()).isTrue();
        assertThat(first.conversation().source()).isEqualTo("api");
        assertThat(first.conversation().nativeId()).isEqualTo(key);
        assertThat(again.created()).isFalse();
        assertThat(again.conversation().id()).isEqualTo(first.conversation().id());
        assertThat(again.conversation().title()).isEqualTo("Tide tables");
        assertThat(again.conversation().project()).isEqualTo("/quay");
        assertThat(again.conversation().contextVersion()).isEqualTo(1);
    }

    @Test
    void open_afterDeletion_isRefused() {
        String key = OpaqueId.next();
        String id = conversations.open(key, null, null).conversation().id();
        new Erasing(STORE.database()).erase(List.of(id));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> conversations.open(key, null, null))
                    .isInstanceOf(DeletedConversationException.class)
                    .hasMessageContaining(key);
        }
    }

    @Test
    void open_refusesKeysThatCannotBeStored_andTakesAnyOther() {
        assertThatThrownBy(() -> conversations.open(" ", null, null)).hasMessageContaining("must have 1 to 255");
        assertThatThrownBy(() -> conversations.open("k".repeat(256), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        String worst = "\u0000".repeat(255);
        assertThat(conversations.open(worst, "a\u0000b", null).conversation().title())
                .isEqualTo("ab");
        assertThat(conversations.open(worst, null, null).created()).isFalse();
    }
}
