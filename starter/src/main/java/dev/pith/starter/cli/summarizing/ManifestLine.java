package dev.pith.starter.cli.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.filter.SummaryOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One requested summary of a batch.
 *
 * @param manifest the manifest that requests it
 * @param number its line in the manifest, from 1
 * @param problem why it cannot be written; null if no problem is known yet
 */
record ManifestLine(
        String manifest,
        int number,
        String file,
        String out,
        SummaryOrder order,
        @Nullable String problem) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns all lines except empty ones. */
    static List<ManifestLine> all(String manifest, SummaryOrder otherwise) {
        List<ManifestLine> lines = new ArrayList<>();
        try (BufferedReader in = open(manifest)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.add(of(manifest, number, line, otherwise));
                }
            }
        } catch (NoSuchFileException e) {
            throw CommandProblem.usage("the manifest " + manifest + " does not exist");
        } catch (InvalidPathException | IOException e) {
            throw CommandProblem.usage("the manifest " + manifest + " cannot be read as UTF-8: " + e.getMessage());
        }
        return lines;
    }

    /** Returns its failure, with its manifest and line. */
    CommandProblem failure(ExitCode code, String why) {
        return new CommandProblem(code, manifest + " line " + number + ": " + why);
    }

    private static BufferedReader open(String manifest) throws IOException {
        return manifest.equals(Intake.STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(manifest));
    }

    private static ManifestLine of(String manifest, int number, String line, SummaryOrder otherwise) {
        String file = "";
        try {
            JsonNode object = JSON.readTree(line);
            file = text(object, "file");
            String out = text(object, "out");
            return new ManifestLine(manifest, number, file, out, order(object, otherwise), null);
        } catch (JsonProcessingException e) {
            return new ManifestLine(manifest, number, file, "", otherwise, "no JSON object");
        } catch (IllegalArgumentException e) {
            String what = file.isEmpty() ? "" : file + ": ";
            return new ManifestLine(manifest, number, file, "", otherwise, what + e.getMessage());
        }
    }

    private static SummaryOrder order(JsonNode object, SummaryOrder otherwise) {
        JsonNode tokens = object.path("tokens");
        if (!tokens.isMissingNode() && !tokens.isNull() && !tokens.canConvertToInt()) {
            throw new IllegalArgumentException("\"tokens\" is " + tokens + ", must be a whole number");
        }
        return new SummaryOrder(
                tokens.isNumber() ? Integer.valueOf(tokens.intValue()) : otherwise.tokens(),
                object.path("focus").isTextual() ? object.path("focus").textValue() : otherwise.focus());
    }

    private static String text(JsonNode object, String key) {
        String text = object.path(key).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("\"" + key + "\" is missing");
        }
        return text;
    }
}
