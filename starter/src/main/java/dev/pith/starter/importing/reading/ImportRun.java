package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationHeader.Identity;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The import of one source into a sink: determines identities, switches between conversations, and counts. */
public final class ImportRun {

    private final SourceFile source;
    private final ConversationSink sink;
    private final ImportOptions options;
    private final Tally tally = new Tally();
    private @Nullable ConversationHeader current;

    public ImportRun(SourceFile source, ConversationSink sink, ImportOptions options) {
        this.source = source;
        this.sink = sink;
        this.options = options;
    }

    public SourceFile source() {
        return source;
    }

    public Tally tally() {
        return tally;
    }

    public boolean finalRead() {
        return options.finalRead();
    }

    /** Returns whether the user gave the session's id. */
    public boolean renames() {
        return options.idOverride() != null;
    }

    public ConversationWriter conversation(Draft draft) {
        return new ConversationWriter(this, draft);
    }

    void send(ConversationHeader header, NewMessage message) {
        select(header);
        sink.message(message);
        tally.message();
    }

    void takeBack(ConversationHeader header, long from, long to) {
        select(header);
        sink.takeBack(from, to);
    }

    void describe(
            ConversationHeader header, @Nullable String title, @Nullable String project, @Nullable String branch) {
        select(header);
        sink.describe(title, project, branch);
    }

    private void select(ConversationHeader header) {
        if (!header.equals(current)) {
            sink.conversation(header);
            current = header;
        }
    }

    ConversationHeader header(Draft draft, NewMessage first) {
        tally.conversation();
        String override = options.idOverride();
        String nativeId = override == null ? draft.nativeId() : override + draft.suffix();
        String parent = draft.parentNativeId();
        if (override != null && parent != null && parent.equals(draft.nativeId())) {
            parent = override;
        }
        Identity identity = nativeId == null ? Identity.PATH : Identity.NATIVE;
        String id = nativeId == null ? standIn(first) + draft.suffix() : nativeId;
        return new ConversationHeader(
                draft.source(),
                id,
                identity,
                draft.subagentId(),
                parent,
                draft.forkedFrom(),
                draft.title(),
                draft.project());
    }

    private String standIn(NewMessage first) {
        String path = source.canonicalPath();
        return path != null
                ? path
                : "stdin:" + String.format(Locale.ROOT, "%016x", Fingerprint.of(first.role() + "\n" + first.parts()));
    }
}
