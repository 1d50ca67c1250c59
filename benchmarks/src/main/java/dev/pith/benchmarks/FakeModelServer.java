package dev.pith.benchmarks;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A model endpoint that takes as long as it is told and writes what it is asked for. Arguments: port, milliseconds until the
 * first token, milliseconds a token, tokens at most, slots (who comes when they are full gets a 429), seconds of Retry-After.
 * It tells when it began to serve a call and when it had.
 */
final class FakeModelServer {

    private static final int[] DEFAULTS = {8099, 1_000, 10, 700, 64, 3};

    private FakeModelServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        int[] said = DEFAULTS.clone();
        for (int i = 0; i < Math.min(said.length, arguments.length); i++) {
            said[i] = Integer.parseInt(arguments[i]);
        }
        FakeModel server = FakeModel.start(said[0]).behaves(call -> {
            int tokens = call.asked(said[3]);
            System.out.printf("call %d: %d running, %d asked%n", call.number(), call.running(), tokens);
            Duration first = Duration.ofMillis(said[1]);
            Duration perToken = Duration.ofMillis(said[2]);
            Behavior timed = told(Behavior.timed(first, perToken, tokens));
            return Behavior.slots(said[4], said[5], timed);
        });
        System.out.println("A fake model listens at " + server.baseUrl());
        new CountDownLatch(1).await();
    }

    private static Behavior told(Behavior served) {
        return (exchange, call) -> {
            long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - call.arrived());
            long began = System.currentTimeMillis() - passed;
            served.answer(exchange, call);
            System.out.printf(
                    "served %d: from %d to %d, %d tokens read%n",
                    call.number(), began, System.currentTimeMillis(), call.promptTokens());
        };
    }
}
