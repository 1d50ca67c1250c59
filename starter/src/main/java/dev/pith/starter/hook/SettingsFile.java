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

/** A settings file as it was read. It is replaced as a whole, and only if it has not changed since. */
public final class SettingsFile {

    /** The suffix of the backup of the settings before the change. */
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
     * Reads a file. A missing or blank file has no settings.
     *
     * @throws SettingsProblem if it is not a JSON object
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

    /** Returns the settings, which may be modified in place. */
    public ObjectNode settings() {
        return settings;
    }

    /**
     * Replaces the file and keeps a backup if it existed.
     *
     * @return whether it existed
     * @throws SettingsProblem if the file was changed since it was read
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
