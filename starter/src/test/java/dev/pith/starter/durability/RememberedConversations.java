package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoredConversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Conversations in which every message is worth remembering and like no other, and what must become of them. */
final class RememberedConversations {

    private static final String SYLLABLES = "ka lo mi tu ve ra no sil dor fen gar hul jem pra quo stel wim xar yob zun";

    private final Random random = new Random(7);
    private final Database database;
    private final List<String> conversations = new ArrayList<>();

    RememberedConversations(Database database) {
        this.database = database;
    }

    List<String> make(int number, int messages) {
        List<String> made = IntStream.range(0, number)
                .mapToObj(i -> conversation("c" + (conversations.size() + i), messages))
                .toList();
        conversations.addAll(made);
        return made;
    }

    private String conversation(String nativeId, int messages) {
        List<NewMessage> all = IntStream.range(0, messages)
                .mapToObj(i -> Messages.person("p" + i, i == 0 ? null : "p" + (i - 1), rule()))
                .toList();
        return StoredConversation.store(database, Messages.session(nativeId), all)
                .conversation();
    }

    private String rule() {
        return "Always use %s for %s, never %s or %s, because %s needs %s in %s."
                .formatted(IntStream.range(0, 7).mapToObj(i -> word()).toArray());
    }

    private String word() {
        String[] syllables = SYLLABLES.split(" ", -1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append(syllables[random.nextInt(syllables.length)]);
        }
        return word.toString();
    }

    long done() {
        return number("select count(*) from flush where state = 'done'");
    }

    long messagesFlushed(String conversation) {
        return number("select sum(to_seq - from_seq + 1) from flush where state = 'done' and conversation = '"
                + conversation + "'");
    }

    /** A second flush of a range would count as a second sighting of its memories. */
    void assertFlushedOnceInOrder() {
        assertThat(number("select count(*) from flush f where f.from_seq = f.to_seq"
                        + " and (select count(*) from memory m where m.flush = f.id) <> 1"))
                .describedAs("ranges of one message without its one memory")
                .isZero();
        assertThat(number("select count(*) from flush f where not exists (select from memory m where m.flush = f.id)"))
                .describedAs("ranges without a memory")
                .isZero();
        assertThat(number("select count(*) from memory where sightings <> 1 or state <> 'active'"))
                .isZero();
        assertThat(number("select count(*) from memory m join flush f on f.id = m.flush"
                        + " where m.from_seq between f.from_seq and f.to_seq and m.conversation = f.conversation"))
                .isEqualTo(number("select count(*) from memory"));
        assertThat(number("select count(*) from conversation where flushed_through <> messages"))
                .isZero();
        assertThat(number("select count(*) from (select ended, lag(ended) over (partition by conversation"
                        + " order by from_seq) as before from flush) each where before >= ended"))
                .describedAs("ranges that ended before an earlier one of their conversation")
                .isZero();
        assertThat(number("select count(*) from flush where attempts > 0")).isZero();
    }

    private long number(String sql) {
        return database.transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
