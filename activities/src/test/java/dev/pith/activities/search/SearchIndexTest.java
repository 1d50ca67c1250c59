package dev.pith.activities.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class SearchIndexTest {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private Database database;
    private SearchIndex index;

    @BeforeEach
    void open() {
        database = Database.open(postgres.dataSource());
        index = SearchIndex.open(directory, database);
    }

    @AfterEach
    void close() {
        index.close();
        database.close();
    }

    private String store(String name, NewMessage... messages) {
        return StoredConversation.store(database, Messages.session(name), List.of(messages))
                .conversation();
    }

    private List<SearchResult> search(String text) {
        return search(SearchQuery.of(text, 10));
    }

    private List<SearchResult> search(SearchQuery query) {
        assertThat(index.update(IndexProgress.SILENT)).isTrue();
        return index.search(query);
    }

    private static SearchQuery only(
            String text,
            @Nullable ItemKind kind,
            @Nullable String conversation,
            @Nullable String project,
            @Nullable String source,
            @Nullable Origin origin) {
        return new SearchQuery(text, kind, conversation, project, source, null, null, origin, null, null, 10);
    }

    @Test
    void findsWordsPathsIdentifiersAndChinese() {
        String harbor = store(
                "harbor",
                Messages.person("1", null, "Why is the tide table of Ostervik empty?"),
                Messages.call("2", "r", "build"),
                Messages.result("3", "build", "src/tide/HarborTable.java:42: error ERR_4711"),
                Messages.agent("4", "1", "港口的潮汐表是空的。"));

        assertThat(search("tides empty")).extracting(SearchResult::seq).containsExactly(1L, 3L);
        assertThat(search("src/tide/HarborTable.java"))
                .extracting(SearchResult::seq)
                .containsExactly(3L);
        assertThat(search("ERR_4711")).extracting(SearchResult::seq).containsExactly(3L);
        assertThat(search("HarborTable")).extracting(SearchResult::seq).containsExactly(3L);
        assertThat(search("make")).extracting(SearchResult::seq).containsExactly(2L);
        assertThat(search("潮")).extracting(SearchResult::seq).containsExactly(4L);
        assertThat(search("潮汐")).singleElement().satisfies(found -> {
            assertThat(found.conversation()).isEqualTo(harbor);
            assertThat(found.kind()).isEqualTo(ItemKind.MESSAGE);
            assertThat(found.origin()).isEqualTo(Origin.AGENT);
            assertThat(found.snippet()).isEqualTo("港口的**潮汐**表是空的。");
            assertThat(found.summary()).isNull();
        });
        assertThat(search("\"tide empty\"")).isEmpty();
        assertThat(search("src/tide/Other.java")).isEmpty();
    }

    /** On Java 23 and later it would print advice before the results. */
    @Test
    void luceneLogsNoAdvice() {
        assertThat(Logger.getLogger("org.apache.lucene.internal.vectorization").isLoggable(Level.WARNING))
                .isFalse();
    }

    @Test
    void aMessageWithAllWordsComesFirst() {
        store(
                "words",
                Messages.person("1", null, "The tide, the tide, the tide."),
                Messages.person("2", "1", "The harbor has a table of the tide for each day of the year, and a crane."));

        assertThat(search("tide harbor")).extracting(SearchResult::seq).containsExactly(2L, 1L);
    }

    @Test
    void filtersSelect() {
        String one = store("one", Messages.person("1", null, "tide one"), Messages.agent("2", "1", "tide two"));
        String other = store("other", Messages.person("1", null, "tide three"));
        ConversationHeader elsewhere = new ConversationHeader(
                "cli", "third", ConversationHeader.Identity.NATIVE, null, null, null, null, "/w/pier");
        StoredConversation.store(database, elsewhere, List.of(Messages.person("1", null, "tide four")));

        assertThat(search(only("tide", null, other, null, null, null))).hasSize(1);
        assertThat(search(only("tide", null, one, null, null, Origin.PERSON)))
                .extracting(SearchResult::seq)
                .containsExactly(1L);
        assertThat(search(only("tide", null, null, null, "cli", null))).hasSize(1);
        assertThat(search(only("tide", null, null, "/w", null, null))).hasSize(1);
        assertThat(search(only("tide", null, null, "/w/p", null, null))).isEmpty();
        assertThat(search(only("tide", ItemKind.SUMMARY, null, null, null, null)))
                .isEmpty();
        assertThat(search("tide")).hasSize(4);
    }

    @Test
    void whatIsAppendedLater_isFoundToo() {
        store("grows", Messages.person("1", null, "The first tide."));
        assertThat(search("tide")).hasSize(1);
        store("grows", Messages.person("1", null, "The first tide."), Messages.person("2", "1", "The second tide."));

        assertThat(search("tide")).hasSize(2);
        assertThat(search("second")).extracting(SearchResult::seq).containsExactly(2L);
    }

    /** A transaction that began earlier and is committed later has a smaller number than what was read. */
    @Test
    void whatIsCommittedLateIsNotMissed() {
        String late = store("late", Messages.person("1", null, "nothing"));
        database.transact(open -> {
            open.execute("update conversation set title = 'held' where id = ?", late);
            store("meanwhile", Messages.person("1", null, "tide"));
            assertThat(search("tide")).hasSize(1);
            open.execute(
                    "insert into message (conversation, seq, uid, role, origin, parts, tokens, fingerprint)"
                            + " values (?, 2, 'u', 'user', 'person', '[{\"type\":\"text\",\"text\":\"harbor\"}]', 1, '')",
                    late);
            open.execute("update conversation set messages = 2 where id = ?", late);
            return true;
        });

        assertThat(search("harbor")).hasSize(1);
    }

    @Test
    void aRowThatIsGoneIsNoResult_andAnOlderStoreIsReadAnew() {
        String gone = store("gone", Messages.person("1", null, "tide"), Messages.person("2", "1", "harbor"));
        assertThat(search("harbor")).hasSize(1);
        database.transact(handle -> handle.execute("delete from message where seq = 2"));
        assertThat(search("harbor")).isEmpty();
        database.transact(handle -> handle.execute("update conversation set messages = 1 where id = ?", gone));

        assertThat(search("tide")).hasSize(1);
        assertThat(search("harbor")).isEmpty();
    }

    @Test
    void whatIsErasedLeavesTheFiles_andTheRestStays() throws IOException {
        String gone = store("gone", Messages.person("1", null, "zanzibarium"));
        store("kept", Messages.person("1", null, "tide"));
        assertThat(search("zanzibarium")).hasSize(1);
        assertThat(filesHold("zanzibarium")).isTrue();
        new Erasing(database).erase(List.of(gone));

        assertThat(search("zanzibarium")).isEmpty();
        assertThat(search("tide")).hasSize(1);
        assertThat(filesHold("zanzibarium")).isFalse();
    }

    private boolean filesHold(String word) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(database.storeId()))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnew() throws IOException {
        store("kept", Messages.person("1", null, "tide"), Messages.person("2", "1", "harbor"));
        assertThat(search("tide")).hasSize(1);
        index.close();
        try (Stream<Path> files = Files.list(directory.resolve(database.storeId()))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(cfs|fdt|doc|tim)$"))
                    .toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        }

        assertThat(search("tide")).hasSize(1);
    }

    @Test
    void anIndexWithOtherBytesInItIsBuiltAnew() throws IOException {
        for (int i = 0; i < 300; i++) {
            store("kept" + i, Messages.person("1", null, "tide " + Messages.words(60, i)));
        }
        assertThat(search(SearchQuery.of("tide", 200))).hasSize(200);
        index.close();
        Random random = new Random(4);
        try (Stream<Path> files = Files.list(directory.resolve(database.storeId()))) {
            Path largest = files.max(
                            Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            try (FileChannel channel = FileChannel.open(largest, StandardOpenOption.WRITE)) {
                byte[] noise = new byte[(int) channel.size() / 2];
                random.nextBytes(noise);
                channel.write(ByteBuffer.wrap(noise), channel.size() / 4);
            }
        }

        assertThat(search(SearchQuery.of("tide point7x3", 200))).hasSize(200);
    }

    @Test
    void anIndexOfAnotherFormatIsBuiltAnew() throws IOException {
        store("kept", Messages.person("1", null, "tide"));
        try (FSDirectory files = FSDirectory.open(directory.resolve(database.storeId()));
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(new StandardAnalyzer()))) {
            writer.addDocument(
                    Head.of(new SearchRows.Changed("x", 1, List.of(), null)).document());
        }

        assertThat(search("tide")).hasSize(1);
    }

    @Test
    void whileAnotherProcessWrites_whatItHasCommittedIsSearched() throws IOException {
        store("first", Messages.person("1", null, "tide"));
        assertThat(search("tide")).hasSize(1);
        store("second", Messages.person("1", null, "tide"));
        try (FSDirectory files = FSDirectory.open(directory.resolve(database.storeId()))) {
            try (var lock = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                lock.ensureValid();
                assertThat(index.update(IndexProgress.SILENT)).isFalse();
                assertThat(index.search(SearchQuery.of("tide", 10))).hasSize(1);
            }
        }

        assertThat(search("tide")).hasSize(2);
    }
}
