package dev.pith.activities.store;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Table {@code pruned_result}; a row counts only in context versions whose pruned ranges contain its message. */
public interface PrunedResults {

    /**
     * A message whose long results of tools are shortened.
     *
     * @param lines the text of each of its results, in order; an empty one leaves the result as it is
     * @param tokens the tokens of the message with these texts
     */
    record PrunedResult(long seq, List<String> lines, int tokens) {

        public PrunedResult {
            lines = List.copyOf(lines);
        }

        /** Shortens the results of a message. */
        public static PrunedResult of(StoredMessage message, List<String> lines) {
            return new PrunedResult(message.seq(), lines, TokenCounter.shared().count(parts(message, lines)));
        }

        /** Returns the message with its shortened results. */
        public StoredMessage in(StoredMessage message) {
            return new StoredMessage(
                    message.seq(),
                    message.uid(),
                    message.apiMessageId(),
                    message.role(),
                    message.origin(),
                    parts(message, lines),
                    tokens,
                    message.created());
        }

        private static List<Part> parts(StoredMessage message, List<String> lines) {
            Iterator<String> next = lines.iterator();
            List<Part> parts = new ArrayList<>();
            for (Part part : message.parts()) {
                String line = part instanceof Part.ToolResult && next.hasNext() ? next.next() : "";
                parts.add(
                        part instanceof Part.ToolResult result && !line.isEmpty()
                                ? new Part.ToolResult(result.callId(), line, result.failed())
                                : part);
            }
            return parts;
        }
    }

    /** Stores shortened messages; those that are stored already stay as they are. */
    @SqlBatch("""
            insert into pruned_result (conversation, seq, lines, tokens) values (:conversation, :seq, :lines, :tokens)
            on conflict do nothing
            """)
    void insert(@Bind("conversation") String conversation, @BindMethods List<PrunedResult> results);

    /** Returns the shortened messages of a range, in order, outside of the ranges in {@code without}. */
    @SqlQuery("""
            select seq, lines, tokens from pruned_result
            where conversation = :conversation and seq between :from and :to and not seq <@ :without::int8multirange
            order by seq
            """)
    List<PrunedResult> in(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    /** Returns the tokens that the shortened messages of some ranges save, outside of those in {@code without}. */
    @SqlQuery("""
            select coalesce(sum(message.tokens - shown.tokens), 0)
            from pruned_result shown join message
              on message.conversation = shown.conversation and message.seq = shown.seq
            where shown.conversation = :conversation
              and shown.seq <@ :pruned::int8multirange and not shown.seq <@ :without::int8multirange
            """)
    long saved(
            @Bind("conversation") String conversation, @Bind("pruned") Ranges pruned, @Bind("without") Ranges without);

    /**
     * Stages the ranges that a running compaction prunes.
     *
     * @param enough whether the compaction commits them and writes no summary
     */
    @SqlUpdate("""
            update compaction
            set pruned = :pruned::int8multirange, decision = case when :enough then 'PRUNE' else decision end
            where id = :compaction and state = 'running'
            """)
    void stage(@Bind("compaction") String compaction, @Bind("pruned") Ranges pruned, @Bind("enough") boolean enough);

    /** Returns the staged ranges of a compaction; empty before they are staged. */
    @SqlQuery("""
            select pruned from compaction where id = :compaction and pruned is not null
            """)
    Optional<Ranges> staged(@Bind("compaction") String compaction);
}
