package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** A class of the documentation, compiled against the class path of the tests. */
final class CompiledExample implements AutoCloseable {

    private final URLClassLoader loader;
    private final String name;

    /**
     * Compiles it.
     *
     * @param source its file below docs/examples
     * @param classes an empty directory for what the compiler writes
     */
    CompiledExample(String source, Path classes) throws IOException {
        Path file = Path.of("../docs/examples").resolve(source);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                file.toString()))
                .isZero();
        this.loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        this.name = file.getFileName().toString().replace(".java", "");
    }

    /** Creates an instance by its public constructor. */
    Object make(Object... arguments) throws ReflectiveOperationException {
        return loader.loadClass(name).getConstructors()[0].newInstance(arguments);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
