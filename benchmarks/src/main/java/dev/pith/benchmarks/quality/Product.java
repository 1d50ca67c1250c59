package dev.pith.benchmarks.quality;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is measured: a head as the product imports it, and the summaries that it writes of it. */
final class Product implements ConversationSink {

    private final List<StoredMessage> messages = new ArrayList<>();
    private @Nullable String project;
    private @Nullable String branch;

    private Product() {}

    static Product of(Cut cut) throws IOException, NotAConversationException {
        Path file = Files.createTempFile("pith-quality-", cut.format().equals("opencode") ? ".json" : ".jsonl");
        try {
            Files.writeString(file, cut.head());
            Product product = new Product();
            new SourceReader().read(file, product, new ImportOptions(true, null));
            return product;
        } finally {
            Files.delete(file);
        }
    }

    SummaryText summary(Summarizer summarizer, int budget) {
        return new SummaryText(summarizer
                .summarize(messages.stream(), new Wish(budget, null, project, branch))
                .text());
    }

    @Override
    public void conversation(ConversationHeader header) {
        project = header.project() == null ? project : header.project();
    }

    @Override
    public void message(NewMessage message) {
        long seq = messages.size() + 1L;
        messages.add(new StoredMessage(
                seq,
                String.valueOf(seq),
                message.apiMessageId(),
                message.role(),
                message.origin(),
                message.parts(),
                0,
                message.created()));
    }

    @Override
    public void describe(@Nullable String title, @Nullable String folder, @Nullable String newBranch) {
        project = folder == null ? project : folder;
        branch = newBranch == null ? branch : newBranch;
    }
}
