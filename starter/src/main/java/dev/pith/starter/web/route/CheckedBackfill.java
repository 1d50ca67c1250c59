package dev.pith.starter.web.route;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.config.Settings;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.requesting.BackfillChoice;
import dev.pith.starter.requesting.ServedLimits;
import dev.pith.starter.web.guard.ImportFolders;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a backfill that breaks no rule.
 *
 * @param paths the real paths of its files and folders; empty for what is stored
 * @param match the glob that the files must match; null for all
 * @param prices the prices of its model; null if they are not known, and without a model
 */
record CheckedBackfill(
        String name,
        BackfillSpec spec,
        int maxInFlight,
        List<Path> paths,
        @Nullable String match,
        @Nullable Prices prices,
        Settings settings) {

    /** Uses a request. */
    interface Use<T> {
        T of(CheckedBackfill request) throws IOException, NotAConversationException;
    }

    /** Checks a request and uses it; asks the model's server for its limits. What breaks a rule is a problem. */
    static <T> T used(BackfillBody body, Settings settings, Use<T> use) {
        try {
            return use.of(checked(body, settings));
        } catch (IllegalArgumentException | NotAConversationException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw Problem.because(ProblemKind.INVALID, "the paths cannot be read: check their owner", e);
        }
    }

    private static CheckedBackfill checked(BackfillBody body, Settings settings) throws IOException {
        Selection selection = body.selection();
        BackfillChoice choice = body.choice();
        List<Path> paths = ImportFolders.of(settings).require(body.files());
        Optional<ServedLimits> limits =
                choice.model().limits(settings, "fresh, maxCost, maxTokens and onModelFailure are");
        ModelUse use = limits.map(served -> choice.model().useOfBackfill(served, settings))
                .orElse(null);
        BackfillSpec spec = choice.spec(selection, paths, use, settings);
        String name = body.name() == null ? BackfillChoice.name(spec) : body.name();
        int inFlight = body.maxInFlight() == null
                ? BackfillChoice.inFlight(limits.map(ServedLimits::calls).orElse(0))
                : body.maxInFlight();
        new BackfillRequest("", name, spec, Taking.ALL, inFlight);
        Prices prices =
                choice.model().profile(settings).map(ModelProfile::prices).orElse(null);
        return new CheckedBackfill(name, spec, inFlight, paths, body.match(), prices, settings);
    }

    /** Lists the files; empty for what is stored. A link in a folder may lead out of it: those are left out. */
    Optional<SessionFiles> files() throws IOException, NotAConversationException {
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(SessionFiles.of(paths, match).only(ImportFolders.of(settings)::holds));
    }
}
