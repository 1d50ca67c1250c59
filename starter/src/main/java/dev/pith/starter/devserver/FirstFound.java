package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.util.ArrayList;
import java.util.List;

/** Tries sources in order. If none has the program, the result has the reasons of all. */
record FirstFound(List<TemporalSource> sources) implements TemporalSource {

    FirstFound(TemporalSource... sources) {
        this(List.of(sources));
    }

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        List<String> reasons = new ArrayList<>();
        for (TemporalSource source : sources) {
            TemporalProgram program = source.find(startupProgress);
            if (program.isFound()) {
                return program;
            }
            if (!program.whyNot().isBlank()) {
                reasons.add(program.whyNot());
            }
        }
        return TemporalProgram.missing(String.join("; ", reasons));
    }
}
