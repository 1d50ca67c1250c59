package dev.pith.starter.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.filter.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** A settings file as it was read; it is replaced as a whole, and only where nobody else changed it meanwhile. */
public final class SettingsFile {

    /** What the name of the copy of the settings before the change ends with. */
    public static final String BACKUP = ".before-pith";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path file;
    private final byte[] before;
    private final ObjectNode settings;

    private SettingsFile(Path file, byte[] before, ObjectNode settings) {
        this.file = file;
        this.before = before;
        this.settings = settings;
    }

    /**
     * Reads a file; one that is missing or blank holds no settings yet.
     *
     * @throws SettingsProblem where it is not the JSON object that it has to be
     */
    public static SettingsFile read(Path file) throws IOException, SettingsProblem {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            return new SettingsFile(file, bytes, JSON.createObjectNode());
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root instanceof ObjectNode object) {
                return new SettingsFile(file, bytes, object);
            }
            throw new SettingsProblem("it holds no JSON object");
        } catch (JsonProcessingException e) {
            throw new SettingsProblem("it is not valid JSON, see its line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
    }

    /** The settings, to be changed in place. */
    public ObjectNode settings() {
        return settings;
    }

    /**
     * Keeps a copy of the file as it was, where there was one, and replaces it.
     *
     * @return whether there was one
     * @throws SettingsProblem where somebody else changed it since it was read
     */
    public boolean write() throws IOException, SettingsProblem {
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        if (!Arrays.equals(before, now)) {
            throw new SettingsProblem("somebody else changed it meanwhile");
        }
        boolean existed = Files.exists(file);
        if (existed) {
            Files.copy(
                    file.toRealPath(),
                    file.resolveSibling(file.getFileName() + BACKUP),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        WholeFile.write(
                file, JsonLayout.of(new String(before, StandardCharsets.UTF_8)).write(settings));
        return existed;
    }
}
