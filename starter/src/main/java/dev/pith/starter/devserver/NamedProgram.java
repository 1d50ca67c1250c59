package dev.pith.starter.devserver;

import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.nio.file.Path;

/** The program that the user configured. If it cannot be used the command fails, without a fallback. */
record NamedProgram(Path path) implements TemporalSource {

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        InstalledProgram program = InstalledProgram.at(path);
        program.problem().ifPresent(problem -> {
            throw new RuntimeProblem(
                    "The Temporal binary " + path + " " + problem,
                    "Name another one with --temporal-binary or PITH_TEMPORAL_BINARY, or leave it out");
        });
        return TemporalProgram.at(path, program.version());
    }
}
