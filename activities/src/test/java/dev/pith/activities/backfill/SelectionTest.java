package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationHeader.Identity;
import dev.pith.workflows.backfill.Moment;
import dev.pith.workflows.backfill.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of the stored conversations a backfill takes. */
@Tag("servers")
class SelectionTest extends RowsTest {

    @Test
    void aFolderMeansItAndThoseBelowAndNoneThatOnlyStartsLikeIt() {
        String itself = in("claude-code", "/home/me/tide", null);
        String below = in("claude-code", "/home/me/tide/table/x", null);
        in("claude-code", "/home/me/tideway", null);
        in("claude-code", "/home/me", null);
        in("claude-code", null, null);

        assertThat(taken(of("/home/me/tide", null, null))).containsExactlyInAnyOrder(itself, below);
        assertThat(taken(of("/", null, null))).hasSize(4);
    }

    @Test
    void aSourceIsTakenByItsName() {
        String codex = in("codex", null, null);
        in("claude-code", null, null);

        assertThat(taken(of(null, "codex", null))).containsExactly(codex);
        assertThat(taken(of(null, "code", null))).isEmpty();
    }

    @Test
    void subagentsOnlyWhereTheyAreAskedFor() {
        String session = in("claude-code", null, null);
        String subagent = rows.conversation(new ConversationHeader(
                "claude-code", "parent", Identity.NATIVE, "agent-7", "parent", null, null, null));

        assertThat(taken(Selection.ALL)).containsExactly(session);
        assertThat(taken(new Selection(null, null, null, null, 0, null, true)))
                .containsExactlyInAnyOrder(session, subagent);
    }

    @Test
    void theirLastMessageSaysHowOldTheyAre() {
        String hours = aged(Duration.ofHours(5));
        String days = aged(Duration.ofDays(5));
        String month = aged(Duration.ofDays(30));

        assertThat(taken(between(Moment.ago(Duration.ofDays(7)), null, 0))).containsExactly(hours, days);
        assertThat(taken(between(null, Moment.ago(Duration.ofDays(7)), 0))).containsExactly(month);
        assertThat(taken(between(Moment.ago(Duration.ofDays(7)), Moment.ago(Duration.ofDays(1)), 0)))
                .containsExactly(days);
        assertThat(taken(between(null, null, Duration.ofHours(12).toSeconds()))).containsExactly(days, month);
        Instant fixed = Instant.now().minus(Duration.ofDays(10));
        assertThat(taken(between(null, Moment.at(fixed), 0))).containsExactly(month);
    }

    @Test
    void aGlobMeansTheOwnIdTheTitleOrTheProject() {
        String titled = in("codex", "/src/harbor.app", "Fix the tide table (again)");

        assertThat(taken(of(null, null, "*tide table (again)"))).containsExactly(titled);
        assertThat(taken(of(null, null, "Fix*"))).containsExactly(titled);
        assertThat(taken(of(null, null, "/src/*"))).containsExactly(titled);
        assertThat(taken(of(null, null, "/src/harbor?app"))).containsExactly(titled);
        assertThat(taken(of(null, null, "own-*"))).containsExactly(titled);
        assertThat(taken(of(null, null, "/*")))
                .describedAs("* stays in its folder")
                .isEmpty();
        assertThat(taken(of(null, null, "/**.app"))).containsExactly(titled);
        assertThat(taken(of(null, null, "tide table"))).isEmpty();
        assertThat(taken(of(null, null, "harbor.+")))
                .describedAs("no regular expression")
                .isEmpty();
    }

    @Test
    void whatIsExceptedIsLeftOut() {
        String kept = in("codex", "/srv/app", null);
        in("codex", "/srv/archive/2025", null);
        String untitled = in("codex", null, null);

        assertThat(taken(Selection.ALL.except(List.of("/srv/archive/**", "nothing"))))
                .containsExactlyInAnyOrder(kept, untitled);
        assertThat(taken(Selection.ALL.except(List.of("**")))).isEmpty();
    }

    @Test
    void oneWithoutAMessageIsNone() {
        String empty = in("codex", null, null);
        rows.database.transact(handle -> handle.execute("update conversation set messages = 0 where id = ?", empty));

        assertThat(taken(Selection.ALL)).isEmpty();
    }

    /** What a backfill begins with, which is what its rehearsal says. */
    private static List<String> taken(Selection selection) {
        rows.database.transact(handle -> handle.execute("truncate backfill cascade"));
        rows.begun(Rows.of(selection, null), 1);
        List<String> taken = rows.items().stream()
                .map(BackfillEntry::conversation)
                .map(Objects::requireNonNull)
                .toList();
        assertThat(rows.database.table(BackfillItems.class).selected(Selected.ofStored(selection)))
                .isEqualTo(taken);
        return taken;
    }

    private static Selection of(@Nullable String project, @Nullable String source, @Nullable String match) {
        return new Selection(project, source, null, null, 0, match, false);
    }

    private static Selection between(@Nullable Moment since, @Nullable Moment until, long idleSeconds) {
        return new Selection(null, null, since, until, idleSeconds, null, false);
    }

    private static String aged(Duration age) {
        String id = in("codex", null, null);
        rows.database.transact(handle -> handle.execute(
                "update conversation set latest = ? where id = ?", Instant.now().minus(age), id));
        return id;
    }

    private static String in(String source, @Nullable String project, @Nullable String title) {
        String own = "own-" + System.nanoTime();
        return rows.conversation(
                new ConversationHeader(source, own, Identity.NATIVE, null, null, null, title, project));
    }
}
