package dev.pith.starter.cli;

import dev.pith.starter.engine.Engine;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs a worker until it is told to stop. */
@Command(
        name = "worker",
        description = "Run a worker until stopped; for production, beside a Temporal cluster and a PostgreSQL.",
        sortOptions = false)
class WorkerCommand extends PithCommand {

    @Override
    ExitCode run(Terminal terminal) {
        CountDownLatch stop = new CountDownLatch(1);
        Engine engine = open(Engine.Needs.WORKER, terminal);
        // Runtime hooks end the process without unwinding this method, so the engine is closed there.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            terminal.say("Stopping: running work is finished or handed back");
                            engine.close();
                            stop.countDown();
                        },
                        "pith-stop"));
        started(engine, terminal);
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    void started(Engine engine, Terminal terminal) {
        terminal.say("Worker of store " + engine.database().storeId() + " takes work from Temporal at "
                + engine.temporal().where());
    }
}
