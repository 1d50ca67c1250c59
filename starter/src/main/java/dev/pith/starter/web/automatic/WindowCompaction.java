package dev.pith.starter.web.automatic;

import dev.pith.activities.automatic.AutomaticDecision;
import dev.pith.activities.automatic.AutomaticReading;
import dev.pith.activities.automatic.AutomaticRule;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.WorkerCheck;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts a conversation whose context fills its window up to the threshold, where the settings say {@code auto}.
 *
 * @param request makes the request that the settings ask for
 */
public record WindowCompaction(Engine engine, Supplier<Settings> settings, Function<Settings, CompactionSpec> request)
        implements AutomaticQueue.AutomaticStart {

    private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);
    private static final Logger LOG = LoggerFactory.getLogger("dev.pith.Web");

    @Override
    public CompletableFuture<?> ifNeeded(String conversation) {
        Settings now = settings.get();
        if (!now.auto()) {
            return NOTHING;
        }
        Optional<Conversation> stored =
                engine.database().table(Conversations.class).find(conversation);
        if (stored.isEmpty()) {
            return NOTHING;
        }
        AutomaticRule rule = new AutomaticReading(
                        engine.database(),
                        now.sizes().contextWindow(),
                        now.autoThreshold(now.text(Setting.DEFAULT_MODEL).orElse(null)))
                .of(conversation);
        if (!rule.fullness().isOver()) {
            return NOTHING;
        }
        CompactionSpec spec = rule.fullness().aimed(request.apply(now));
        AutomaticDecision decision = rule.decide(
                spec,
                SessionPatterns.of(now, Setting.STORE_ONLY_SESSIONS)
                        .match(SessionNames.of(stored.get()))
                        .orElse(null));
        if (!decision.isNeeded()) {
            LOG.debug("conversation {} {}", conversation, decision.reason());
            return NOTHING;
        }
        Optional<String> missing = new WorkerCheck(engine).missing(spec.model(), now);
        if (missing.isPresent()) {
            LOG.warn("conversation {} is not compacted: {}", conversation, missing.get());
            return NOTHING;
        }
        return compact(conversation, spec);
    }

    private CompletableFuture<?> compact(String conversation, CompactionSpec spec) {
        CompactionClient client = engine.compactions();
        try {
            client.start(conversation, spec);
        } catch (CompactionClient.DifferentRequestException running) {
            LOG.debug("conversation {} is compacted already", conversation);
        }
        return client.ended(conversation, spec.strategy());
    }
}
