package dev.pith.benchmarks;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.search.IndexProgress;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.search.SearchQuery;
import dev.pith.activities.search.SearchResult;
import dev.pith.starter.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many of the messages that answer a question are among the first results, beside plain BM25. The arguments are files or
 * folders of {@link RecallCase}s; each question is asked of its own conversation.
 */
final class SearchRecall {

    private static final int[] FIRST = {5, 10, 20};

    private final double[] pith = new double[FIRST.length];
    private final double[] plain = new double[FIRST.length];
    private final double[] pithAny = new double[FIRST.length];
    private final double[] plainAny = new double[FIRST.length];
    private int questions;

    private SearchRecall() {}

    public static void main(String[] arguments) throws IOException {
        List<RecallCase> cases = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    cases.addAll(RecallCase.read(file));
                }
            }
        }
        if (cases.isEmpty()) {
            System.err.println("usage: benchmarks/run SearchRecall FILE|FOLDER…");
            System.exit(2);
        }
        SearchRecall recall = new SearchRecall();
        try (Bench bench = Bench.open(Engine.Needs.STORE);
                SearchIndex index = bench.engine().searchIndex()) {
            for (RecallCase one : cases) {
                recall.ask(bench, index, one);
            }
        }
        recall.print(cases);
    }

    private void ask(Bench bench, SearchIndex index, RecallCase one) throws IOException {
        String conversation = store(bench, one);
        index.update(IndexProgress.SILENT);
        int most = FIRST[FIRST.length - 1];
        try (PlainBm25 bm25 = new PlainBm25(one)) {
            for (RecallCase.Question question : one.questions()) {
                questions++;
                SearchQuery query = new SearchQuery(
                        question.text(),
                        ItemKind.MESSAGE,
                        conversation,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        most);
                List<Long> found =
                        index.search(query).stream().map(SearchResult::seq).toList();
                count(question, found, pith, pithAny);
                count(question, bm25.best(question.text(), most), plain, plainAny);
            }
        }
    }

    private static String store(Bench bench, RecallCase one) {
        try (ConversationIntake intake = new ConversationIntake(bench.database())) {
            intake.conversation(new ConversationHeader(
                    "recall", one.id(), ConversationHeader.Identity.NATIVE, null, null, null, null, null));
            for (RecallCase.Said said : one.messages()) {
                boolean person = said.role().equals("user");
                intake.message(new NewMessage(
                        said.id(),
                        null,
                        null,
                        person ? Role.USER : Role.ASSISTANT,
                        person ? Origin.PERSON : Origin.AGENT,
                        List.of(new Part.Text(said.content())),
                        null));
            }
            return intake.finish().get(0).conversation();
        }
    }

    private static void count(RecallCase.Question question, List<Long> found, double[] shares, double[] any) {
        for (int i = 0; i < FIRST.length; i++) {
            long right = found.stream()
                    .limit(FIRST[i])
                    .filter(question.evidence()::contains)
                    .count();
            shares[i] += (double) right
                    / Math.max(1, Math.min(FIRST[i], question.evidence().size()));
            any[i] += right > 0 ? 1 : 0;
        }
    }

    private void print(List<RecallCase> cases) {
        System.out.printf("%d conversations, %d questions%n", cases.size(), questions);
        System.out.println("share of the answering messages among the first (of as many as fit): at 5, 10, 20");
        print("pith search", pith);
        print("plain BM25", plain);
        System.out.println("questions with at least one answering message among the first");
        print("pith search", pithAny);
        print("plain BM25", plainAny);
    }

    private void print(String name, double[] sums) {
        System.out.printf(
                Locale.ROOT,
                "  %-12s %.3f  %.3f  %.3f%n",
                name,
                sums[0] / questions,
                sums[1] / questions,
                sums[2] / questions);
    }
}
