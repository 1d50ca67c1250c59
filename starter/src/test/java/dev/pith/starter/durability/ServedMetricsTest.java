package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of {@code pith serve} in a process of its own, after one compaction with a model. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedMetricsTest {

    private static final Path DOCS = Path.of("..", "docs", "monitoring");
    private static final Pattern URL = Pattern.compile("Panel and API: (\\S+)");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:pith|temporal|jvm|process|system)_[a-z0-9_]+(?!\\w*=)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeModel fake = FakeModel.start();
    private CommandHome home;
    private Engine store;
    private PithProcess serve;
    private String url;
    private String id;
    private Scrape scrape;

    @BeforeAll
    void compact(@TempDir Path directory) throws Exception {
        home = new CommandHome(directory);
        home.done("import", home.session("s"));
        store = home.store();
        id = CommandHome.only(store.database()).id();
        Map<String, String> environment = new HashMap<>(CommandHome.model(fake, 2, 2));
        environment.put("PITH_MODELS_FAKE_API_KEY_ENV", "");
        environment.put("PITH_MODELS_FAKE_PRICE_INPUT", "1.0");
        environment.put("PITH_MODELS_FAKE_PRICE_OUTPUT", "10.0");
        environment.put("PITH_LOG_FORMAT", "json");
        serve = home.pith(environment, "serve", "--listen", "0");
        serve.awaitOutput("Ctrl-C stops it");
        url = URL.matcher(serve.output()).results().findFirst().orElseThrow().group(1);
        String body = "{\"model\":\"fake\",\"flush\":\"off\"}";
        HttpResponse<String> ended = Scrape.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/conversations/" + id + "/compactions?wait=60s"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        assertThat(ended.body()).contains("\"outcome\":\"compacted\"");
        // Temporal's client reports every few seconds.
        await().atMost(Patience.LONG)
                .until(() -> Scrape.of(url).samples().contains("temporal_workflow_completed_total"));
        scrape = Scrape.of(url);
    }

    @AfterAll
    void stop() throws Exception {
        serve.kill();
        store.close();
        home.close();
        fake.close();
    }

    @Test
    void aCompaction_isCountedWithItsChunksAndCalls() {
        String rolling = "strategy=\"rolling\"";
        assertThat(scrape.value("pith_compactions_total", rolling, "outcome=\"compacted\""))
                .isEqualTo(1);
        assertThat(scrape.value("pith_compactions_total")).isEqualTo(1);
        assertThat(scrape.value("pith_compaction_duration_seconds_count", rolling))
                .isEqualTo(1);
        assertThat(scrape.value("pith_chunk_duration_seconds_count", "rung=\"normal\""))
                .isEqualTo(number("select count(*) from chunk_summary"));
        assertThat(scrape.value("pith_model_calls_total", "profile=\"fake\"", "outcome=\"fit\""))
                .isEqualTo(fake.calls().size());
        assertThat(scrape.value("pith_model_input_tokens_total"))
                .isEqualTo(number("select sum(tokens_in) from model_call"));
        assertThat(scrape.value("pith_model_output_tokens_total"))
                .isEqualTo(number("select sum(tokens_out) from model_call"));
        assertThat(scrape.value("pith_model_cost_total"))
                .isCloseTo(number("select sum(cost) from model_call"), offset(1e-9));
        assertThat(scrape.value("pith_store_up")).isEqualTo(1);
        assertThat(scrape.value("pith_compactions_running")).isZero();
    }

    @Test
    void requests_areMeasuredByTheTemplateOfTheirRoute() {
        Scrape.get(url + "/v1/conversations/" + id + "/nothing-here");

        assertThat(scrape.value(
                        "pith_http_request_duration_seconds_count",
                        "method=\"POST\"",
                        "route=\"/v1/conversations/{id}/compactions\""))
                .isEqualTo(1);
        assertThat(Scrape.of(url).value("pith_http_request_duration_seconds_count", "route=\"none\"", "404"))
                .isPositive();
    }

    @Test
    void labels_holdNoIdOfAConversationAndNoText() {
        assertThat(Scrape.of(url).text()).doesNotContain(id, "finding", "nothing-here");
    }

    @Test
    void aScrape_isQuick() {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long begun = System.nanoTime();
            Scrape.of(url);
            quickest = Math.min(quickest, System.nanoTime() - begun);
        }
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void everyMetricOfPith_isOnThePage_andThePageNamesNoOther() throws IOException {
        Set<String> scraped = scrape.families().stream()
                .filter(name -> name.startsWith("pith_") && !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = names(Files.readString(Path.of("..", "docs", "monitoring.md"))
                .lines()
                .filter(line -> line.startsWith("| `pith_"))
                .map(line -> line.replaceFirst("^\\| `([a-z_]+)`.*$", "$1"))
                .collect(Collectors.joining("\n")));

        assertThat(described).isEqualTo(scraped);
    }

    @Test
    void alertsAndDashboard_useOnlyMetricsThatExist() throws IOException {
        Set<String> known = scrape.samples();
        JsonNode alerts = new YAMLMapper().readTree(DOCS.resolve("alerts.yaml").toFile());
        JsonNode dashboard = JSON.readTree(DOCS.resolve("grafana.json").toFile());
        List<String> expressions = alerts.findValuesAsText("expr");
        List<String> queries = dashboard.findValuesAsText("expr");

        assertThat(expressions)
                .hasSizeGreaterThan(5)
                .allSatisfy(each -> assertThat(names(each)).isNotEmpty().isSubsetOf(known));
        assertThat(queries)
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> assertThat(names(each)).isNotEmpty().isSubsetOf(known));
    }

    @Test
    void theJsonLog_hasOneObjectALine() throws IOException {
        List<String> lines = serve.output()
                .lines()
                .filter(line -> !line.startsWith("Panel and API: "))
                .toList();

        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(JSON.readTree(line).path("message").asText()).as(line).isNotEmpty();
        }
        assertThat(serve.output()).contains("ended after").doesNotContain("finding s");
    }

    private static Set<String> names(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double number(String sql) {
        return store.database()
                .transact(handle -> handle.select(sql).mapTo(Double.class).one());
    }
}
