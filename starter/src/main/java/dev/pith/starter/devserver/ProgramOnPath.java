package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Shell;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.File;
import java.util.Optional;

/** The {@code temporal} on the PATH. If its server is too old, that is reported and the program is skipped. */
record ProgramOnPath(String searchPath) implements TemporalSource {

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        Optional<InstalledProgram> installed = Shell.find("temporal", searchPath)
                .map(File::getAbsoluteFile)
                .map(File::toPath)
                .map(InstalledProgram::at);
        if (installed.isEmpty()) {
            return TemporalProgram.missing("no temporal on the PATH");
        }
        InstalledProgram program = installed.get();
        if (program.problem().isEmpty()) {
            return TemporalProgram.at(program.path(), program.version());
        }
        String problem = program.path() + " " + program.problem().get();
        startupProgress.step("Passing by " + problem);
        return TemporalProgram.missing(problem);
    }
}
