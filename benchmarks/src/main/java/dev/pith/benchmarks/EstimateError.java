package dev.pith.benchmarks;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the counts of texts that are too long to be counted exactly lie from the exact ones; the arguments are logs. */
final class EstimateError implements ConversationSink {

    /** Longer ones would take minutes to be counted exactly. */
    private static final int LONGEST = 200_000;

    private final Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    private final List<Double> errors = new ArrayList<>();
    private long allExact;
    private long allCounted;
    private long longExact;
    private long longCounted;

    private EstimateError() {}

    public static void main(String[] arguments) throws IOException {
        EstimateError error = new EstimateError();
        for (String argument : arguments) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    new SourceReader().read(file, error, new ImportOptions(true, null));
                }
            } catch (NotAConversationException e) {
                System.out.println(e.getMessage());
            }
        }
        error.print();
    }

    @Override
    public void conversation(ConversationHeader header) {}

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {}

    @Override
    public void message(NewMessage message) {
        for (Part part : message.parts()) {
            if (!part.text().isEmpty() && part.text().length() <= LONGEST) {
                text(part.text());
            }
        }
    }

    private void text(String text) {
        int exact = encoding.countTokensOrdinary(text);
        int counted = TokenCounter.shared().count(text);
        allExact += exact;
        allCounted += counted;
        if (text.length() > TokenCounter.EXACT_UP_TO) {
            longExact += exact;
            longCounted += counted;
            errors.add(Math.abs(counted - exact) / (double) exact);
        }
    }

    private void print() {
        if (errors.isEmpty()) {
            System.out.println("no text longer than " + TokenCounter.EXACT_UP_TO + " characters");
            return;
        }
        List<Double> sorted = errors.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%d texts longer than %d characters: all together %+.1f %%, each by %.1f %% (median), %.1f %% (95th of"
                        + " 100)%nall texts together: %+.1f %%%n",
                sorted.size(),
                TokenCounter.EXACT_UP_TO,
                100.0 * (longCounted - longExact) / longExact,
                100 * sorted.get(sorted.size() / 2),
                100 * sorted.get(sorted.size() * 95 / 100),
                100.0 * (allCounted - allExact) / allExact);
    }
}
