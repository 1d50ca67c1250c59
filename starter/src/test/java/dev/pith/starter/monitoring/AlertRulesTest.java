package dev.pith.starter.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alert rules, with what must stand beside each. What they compute is tested by promtool: {@code ./dev alerts}. */
class AlertRulesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ON_THE_PAGE = Pattern.compile("(?m)^\\| `(Pith\\w+)` \\|");

    private final Set<String> alerts = new TreeSet<>(file("alerts.yaml").findValuesAsText("alert"));

    private static JsonNode file(String name) {
        try {
            return new YAMLMapper()
                    .readTree(DOCS.resolve("monitoring").resolve(name).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyAlert_isExplainedOnThePage() throws IOException {
        Set<String> explained = ON_THE_PAGE
                .matcher(Files.readString(DOCS.resolve("monitoring.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).isEqualTo(alerts);
    }

    @Test
    void everyAlert_hasACaseInWhichItSpeaks() {
        List<JsonNode> cases = file("alerts.test.yaml").findValues("alert_rule_test").stream()
                .flatMap(JsonNode::valueStream)
                .filter(each -> !each.path("exp_alerts").isEmpty())
                .toList();

        assertThat(cases).extracting(each -> each.path("alertname").asText()).containsAll(alerts);
    }
}
