package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The histories that ReplayTest replays: each takes the steps that a workflow takes today. {@code -Dpith.histories=write}
 * records them anew.
 */
public final class RecordedHistory {

    private static final Path FOLDER = Path.of("../workflows/src/test/resources/histories");

    private RecordedHistory() {}

    /** The workflow's newest run took the steps of the recorded one. */
    public static void takesTodaysSteps(String name, String workflow) throws IOException {
        takesTodaysSteps(name, DevServer.client().fetchHistory(workflow));
    }

    /** The same of any run. */
    static void takesTodaysSteps(String name, WorkflowExecutionHistory today) throws IOException {
        assertThat(steps(recorded(name, today))).isEqualTo(steps(today));
    }

    /** The same where it depends on the moment how often a step is taken in a row. */
    static void takesTodaysStepsAnyNumberOfTimes(String name, String workflow) throws IOException {
        WorkflowExecutionHistory today = DevServer.client().fetchHistory(workflow);
        assertThat(withoutRepetition(steps(recorded(name, today)))).isEqualTo(withoutRepetition(steps(today)));
    }

    private static WorkflowExecutionHistory recorded(String name, WorkflowExecutionHistory today) throws IOException {
        Path file = FOLDER.resolve(name + ".json.gz");
        if ("write".equals(System.getProperty("pith.histories"))) {
            String identity = DevServer.client().getOptions().getIdentity();
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(today.toJson(true).replace(identity, "1@recorded").getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return WorkflowExecutionHistory.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> steps(WorkflowExecutionHistory history) {
        return history.getEvents().stream()
                .flatMap(event -> step(event).stream())
                .toList();
    }

    private static Optional<String> step(HistoryEvent event) {
        return Stream.of(
                        event.getActivityTaskScheduledEventAttributes()
                                .getActivityType()
                                .getName(),
                        event.getStartChildWorkflowExecutionInitiatedEventAttributes()
                                .getWorkflowType()
                                .getName(),
                        event.getMarkerRecordedEventAttributes().getMarkerName(),
                        event.getWorkflowExecutionContinuedAsNewEventAttributes()
                                .getWorkflowType()
                                .getName())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static List<String> withoutRepetition(List<String> steps) {
        List<String> without = new ArrayList<>();
        for (String step : steps) {
            if (without.isEmpty() || !without.get(without.size() - 1).equals(step)) {
                without.add(step);
            }
        }
        return without;
    }
}
