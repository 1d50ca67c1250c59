package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelListCommandTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsModelsWithoutStartingAnything() throws IOException {
        configure();
        assertThat(pith("model", "list")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("NAME").contains("PRICE");
        assertThat(lines.get(1)).startsWith("  extractive").contains("none needed");
        assertThat(lines.get(2))
                .startsWith("* fast")
                .contains("m-1", "http://localhost:1/v1", "32,768", "NO_SUCH_KEY not set", "known")
                .doesNotContain("hunter");
        assertThat(home).isDirectoryNotContaining(path -> !path.endsWith("pith.toml"));
    }

    @Test
    void asJsonEachModelIsAnObject() throws IOException {
        configure();
        assertThat(pith("model", "list", "--output", "json")).isZero();

        List<String> lines = out.toString().lines().toList();
        JsonNode extractive = JsonMapper.builder().build().readTree(lines.get(0));
        JsonNode fast = JsonMapper.builder().build().readTree(lines.get(1));
        assertThat(extractive.toString())
                .isEqualTo("{\"name\":\"extractive\",\"provider\":\"extractive\",\"default\":false}");
        assertThat(fast.toString())
                .isEqualTo("{\"name\":\"fast\",\"provider\":\"openai\",\"model\":\"m-1\","
                        + "\"baseUrl\":\"http://localhost:1/v1\",\"contextWindow\":32768,\"concurrency\":4,"
                        + "\"keyVariable\":\"NO_SUCH_KEY\",\"keySet\":false,\"priceKnown\":true,\"default\":true}");
    }

    @Test
    void aDefaultThatIsNotThereIsSaid() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "default_model = \"fats\"\n[models.fast]\nmodel = \"m\"\n");

        assertThat(pith("model", "list")).isZero();
        assertThat(out.toString()).contains("fast").doesNotContain("*");
        assertThat(err.toString()).contains("default_model").contains("no model \"fats\": known are extractive, fast");
    }

    @Test
    void aWrongProfileIsWrongUse() throws IOException {
        Files.writeString(home.resolve("pith.toml"), "[models.fast]\nmodel = \"m\"\nconcurrency = 0\n");

        assertThat(pith("model", "list")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("model fast: concurrency is \"0\"");
    }

    @Test
    void modelAloneSaysWhatThereIs() {
        assertThat(pith("model")).isEqualTo(2);
        assertThat(err.toString()).contains("pith model list");
    }

    @Test
    void configShowsModelsWithTheirSources() throws IOException {
        configure();
        assertThat(pith("config")).isZero();

        assertThat(out.toString())
                .containsPattern("models.extractive.provider +extractive +built in")
                .containsPattern("models.fast.model +m-1 +\\S*pith.toml")
                .containsPattern("models.fast.base_url +http://localhost:1/v1 +\\S*pith.toml")
                .containsPattern("models.fast.api_key_env +NO_SUCH_KEY \\(not set\\) +\\S*pith.toml")
                .containsPattern("models.fast.concurrency +4 +default")
                .containsPattern("model_patience +15m +default")
                .doesNotContain("hunter");
    }

    private void configure() throws IOException {
        Files.writeString(home.resolve("pith.toml"), """
                default_model = "fast"
                [models.fast]
                base_url = "http://me:hunter2@localhost:1/v1"
                model = "m-1"
                api_key_env = "NO_SUCH_KEY"
                context_window = 32_768
                price_input = 0.1
                price_output = 0.2
                """);
    }

    private int pith(String... arguments) {
        String[] all = new String[arguments.length + (arguments.length > 1 || arguments[0].equals("config") ? 2 : 0)];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        if (all.length > arguments.length) {
            all[arguments.length] = "--home";
            all[arguments.length + 1] = home.toString();
        }
        return Pith.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }
}
