package dev.pith.starter.engine;

import dev.pith.activities.erasure.Erased;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.store.Compactions;
import java.util.List;

/** Deletes conversations for good, with their subagents and all that was made of them, and ends the work on them. */
public record Deletion(Engine engine) {

    private static final String REASON = "its conversation is deleted";

    /**
     * Deletes conversations.
     *
     * @param ids the conversations; each takes its subagents along
     * @param forgotten runs once their memories are forgotten and before anything is deleted: memory files are written
     * @return what was deleted
     * @throws ElsewhereException if another Temporal works on one of them; then nothing is deleted or ended
     */
    public Erased of(List<String> ids, Runnable forgotten) {
        Erasing erasing = new Erasing(engine.database());
        List<List<String>> families = ids.stream().map(erasing::family).toList();
        families.forEach(family -> family.forEach(this::requireHere));
        families.forEach(family -> family.forEach(this::endWork));
        families.forEach(erasing::forget);
        forgotten.run();
        return families.stream().map(erasing::erase).reduce(Erased.NOTHING, Erased::plus);
    }

    private void requireHere(String id) {
        engine.database().table(Compactions.class).present(id).forEach(engine.elsewhere()::requireHere);
    }

    private void endWork(String id) {
        engine.compactions().terminate(id, REASON);
        engine.flushes().terminate(id, REASON);
    }
}
