package dev.pith.benchmarks;

import dev.pith.activities.intake.Receipt;
import dev.pith.activities.search.IndexProgress;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.search.SearchQuery;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Builds the search index of a store and measures queries on it, each with the look for what changed. The argument is another
 * number of messages than a million.
 */
final class SearchSpeed {

    private static final int CONVERSATION = 1_000;
    private static final int CHARACTERS = 300 * CONVERSATION;
    private static final int QUERIES = 400;
    private static final int WARM = 100;

    /** One conversation in so many is Chinese. */
    private static final int CHINESE = 10;

    private static final String[] CHINESE_WORDS =
            "港口 潮汐 缓存 测试 数据库 失败 重试 部署 请求 用户 周一 文件 修改 之前 需要 问题 原因 决定 使用 接口".split(" ");

    private final Random random = new Random(7);

    private SearchSpeed() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        long messages = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        try (Bench bench = Bench.open(Engine.Needs.STORE);
                SearchIndex index = bench.engine().searchIndex()) {
            new SearchSpeed().run(bench, index, messages);
        }
    }

    private void run(Bench bench, SearchIndex index, long wanted) throws IOException, NotAConversationException {
        long messages = 0;
        for (int i = 0; messages < wanted; i++) {
            Path file = Files.createTempFile("pith-bench-", ".jsonl");
            write(file, i);
            messages += bench.take(file).stream().mapToLong(Receipt::appended).sum();
            Files.delete(file);
        }
        long start = System.nanoTime();
        index.update(IndexProgress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d messages indexed in %.1f s: %.0f a second, index %d MB, process %d MB%n",
                messages,
                seconds,
                messages / seconds,
                size(bench.home().resolve("search")) >> 20,
                Machine.peakResident());
        measure(index, "two words", () -> word() + " " + word());
        measure(index, "a path", () -> "src/billing/Reader" + random.nextInt(500) + ".java");
        measure(index, "a quoted phrase", () -> "\"took " + random.nextInt(5_000) + " ms\"");
        measure(index, "Chinese, two characters", () -> CHINESE_WORDS[random.nextInt(CHINESE_WORDS.length)]);
        measure(index, "a question", () -> "why does the " + word() + " of Ada time out since the last release?");
    }

    private void write(Path file, int number) throws IOException {
        if (number % CHINESE != CHINESE - 1) {
            new GeneratedDialogue(number).write(file, CHARACTERS);
            return;
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int message = 0; message < CONVERSATION; message++) {
                out.append("{\"role\":\"").append(message % 2 == 0 ? "user" : "assistant");
                out.append("\",\"content\":\"");
                for (int word = 0; word < 40; word++) {
                    out.append(CHINESE_WORDS[random.nextInt(CHINESE_WORDS.length)])
                            .append(word % 8 == 7 ? "，" : "的");
                }
                out.append("。\"}\n");
            }
        }
    }

    private String word() {
        String[] words = {"cache", "queue", "parser", "scheduler", "ledger", "outage", "upgrade", "Dilara", "PostgreSQL"
        };
        return words[random.nextInt(words.length)];
    }

    private interface Query {
        String next();
    }

    private static void measure(SearchIndex index, String what, Query query) {
        double[] millis = new double[QUERIES];
        long found = 0;
        for (int i = -WARM; i < QUERIES; i++) {
            String text = query.next();
            long start = System.nanoTime();
            index.update(IndexProgress.SILENT);
            int results = index.search(SearchQuery.of(text, 10)).size();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
                found += results;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-26s p50 %6.1f ms, p95 %6.1f ms, most %6.1f ms, %.1f results%n",
                what,
                millis[QUERIES / 2],
                millis[QUERIES * 95 / 100],
                millis[QUERIES - 1],
                (double) found / QUERIES);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
