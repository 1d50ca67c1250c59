package dev.pith.starter.web.route;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.backfill.BackfillImport;
import dev.pith.starter.backfill.BackgroundImports;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.engine.BackfillClient;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Starts backfills, and imports their files in the background. */
record BackfillStart(Backend backend) {

    /** Starts a backfill, or attaches to the running one if its request is the same. */
    Backfill start(BackfillBody body) {
        return CheckedBackfill.used(body, backend.settings().get(), this::start);
    }

    private Backfill start(CheckedBackfill request) throws IOException, NotAConversationException {
        new RequiredWorker(backend).require(request.spec().compaction().model(), request.settings());
        if (!request.paths().isEmpty() && backend.imports().isFull()) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE,
                    BackgroundImports.MOST + " imports run, which is the most: repeat the request when one has ended");
        }
        Optional<SessionFiles> files = request.files();
        BackfillClient.Running running =
                backend.engine().backfills().start(request.name(), request.spec(), Taking.ALL, request.maxInFlight());
        files.ifPresent(found -> importUnlessImported(running, found, request));
        return running.backfill();
    }

    private void importUnlessImported(BackfillClient.Running running, SessionFiles files, CheckedBackfill request) {
        Backfill backfill = running.backfill();
        boolean elsewhere = running.attached() && BackfillImport.isAlive(backfill, Instant.now());
        if (backfill.wantsFiles() && !elsewhere) {
            BackfillImport importer = new BackfillImport(
                    backend.database(), backfill, request.spec().selection(), files, request.settings());
            backend.imports()
                    .begin(
                            backfill,
                            importer,
                            () -> backend.engine().backfills().tell(backfill.name()));
        }
    }
}
