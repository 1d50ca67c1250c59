package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server in a container gets the settings that the dev server is started with. */
@Tag("servers")
class DynamicConfigFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FILE = ROOT.resolve("deploy").resolve("temporal").resolve("dynamicconfig.yaml");

    @Test
    void everySettingOfTheDevServer_hasTheSameValueInTheFile() throws IOException {
        JsonNode file = new YAMLMapper().readTree(FILE.toFile());
        // Those of the frontend are what the SDK's launcher of dev servers sets: they hold for a server by default.
        List<String[]> settings = TemporalServer.DYNAMIC_CONFIG.stream()
                .filter(setting -> !setting.startsWith("frontend."))
                .map(setting -> setting.split("=", 2))
                .toList();

        assertThat(settings)
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(
                                file.path(setting[0]).path(0).path("value").asText())
                        .as(setting[0])
                        .isEqualTo(setting[1]));
        assertThat(file.path("matching.useNewMatcher").path(0).path("value").asBoolean())
                .isTrue();
    }

    @Test
    void theServer_readsTheMountedFile() throws IOException {
        JsonNode server = new YAMLMapper()
                .readTree(Files.readString(ROOT.resolve("docker-compose.yml")))
                .at("/services/temporal");
        String path = server.at("/environment/DYNAMIC_CONFIG_FILE_PATH").asText();

        assertThat(server.path("volumes").valueStream().map(JsonNode::asText))
                .containsExactly("./deploy/temporal/dynamicconfig.yaml:" + path + ":ro");
    }
}
