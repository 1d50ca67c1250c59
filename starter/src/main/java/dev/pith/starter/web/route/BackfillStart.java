package dev.pith.starter.web.route;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.backfill.BackfillImport;
import dev.pith.starter.backfill.BackgroundImports;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.BackfillClient;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.requesting.BackfillChoice;
import dev.pith.starter.requesting.ModelChoice;
import dev.pith.starter.requesting.ServedLimits;
import dev.pith.starter.web.guard.ImportFolders;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts backfills, and imports their files in the background. */
record BackfillStart(Backend backend) {

    /** Starts a backfill, or attaches to the running one if its request is the same. */
    Backfill start(BackfillBody body) {
        Settings settings = backend.settings().get();
        ImportFolders folders = ImportFolders.of(settings);
        try {
            Selection selection = body.selection();
            BackfillChoice choice = body.choice();
            List<Path> paths = folders.require(body.paths());
            Optional<ServedLimits> limits = limits(choice.model(), settings);
            ModelUse use = limits.map(served -> choice.model().useOfBackfill(served, settings))
                    .orElse(null);
            BackfillSpec spec = choice.spec(selection, paths, use, settings);
            new RequiredWorker(backend).require(use, settings);
            Optional<SessionFiles> files = files(paths, body, folders);
            BackfillClient.Running running = backend.engine()
                    .backfills()
                    .start(
                            body.name() == null ? BackfillChoice.name(spec) : body.name(),
                            spec,
                            Taking.ALL,
                            body.maxInFlight() == null
                                    ? BackfillChoice.inFlight(
                                            limits.map(ServedLimits::calls).orElse(0))
                                    : body.maxInFlight());
            files.ifPresent(found -> importUnlessImported(running, selection, found, settings));
            return running.backfill();
        } catch (IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        } catch (NotAConversationException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw Problem.because(ProblemKind.INVALID, "the paths cannot be read: check their owner", e);
        }
    }

    private static Optional<ServedLimits> limits(ModelChoice model, Settings settings) {
        model.requireKnown(settings);
        Optional<ServedLimits> limits = model.profile(settings).map(profile -> ServedLimits.ask(profile, note -> {}));
        if (limits.isEmpty() && model.needsModel()) {
            throw new IllegalArgumentException(
                    "fresh, maxCost, maxTokens and onModelFailure are about a model, but none"
                            + " is asked: name one in model");
        }
        return limits;
    }

    private Optional<SessionFiles> files(List<Path> paths, BackfillBody body, ImportFolders folders)
            throws IOException, NotAConversationException {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        if (backend.imports().isFull()) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE,
                    BackgroundImports.MOST + " imports run, which is the most: repeat the request when one has ended");
        }
        // A link in a folder may lead out of it.
        return Optional.of(SessionFiles.of(paths, body.select().match()).only(folders::holds));
    }

    private void importUnlessImported(
            BackfillClient.Running running, Selection selection, SessionFiles files, Settings settings) {
        Backfill backfill = running.backfill();
        boolean elsewhere = running.attached() && BackfillImport.isAlive(backfill, Instant.now());
        if (backfill.wantsFiles() && !elsewhere) {
            BackfillImport importer = new BackfillImport(backend.database(), backfill, selection, files, settings);
            backend.imports()
                    .begin(
                            backfill,
                            importer,
                            () -> backend.engine().backfills().tell(backfill.name()));
        }
    }
}
