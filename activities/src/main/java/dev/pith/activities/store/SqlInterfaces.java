package dev.pith.activities.store;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.ExtensionMetadata.ExtensionHandlerInvoker;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Attaches interfaces with SQL statements to a handle. Jdbi's own factory prepares all methods of an interface each time,
 * which costs more than most statements; this one prepares a method when it is called.
 */
final class SqlInterfaces implements ExtensionFactory {

    private final Extensions extensions;
    private final ExtensionFactory statements;

    private SqlInterfaces(Extensions extensions) {
        this.extensions = extensions;
        this.statements = extensions
                .findFactory(SqlObjectFactory.class)
                .orElseThrow(() -> new IllegalStateException(
                        "Jdbi has no SqlObjectFactory: install SqlObjectPlugin before this factory"));
    }

    /** Takes the place of the factory that {@code SqlObjectPlugin} has installed. */
    static void install(Jdbi jdbi) {
        Extensions extensions = jdbi.getConfig(Extensions.class);
        extensions.register(new SqlInterfaces(extensions));
    }

    @Override
    public boolean accepts(Class<?> type) {
        return statements.accepts(type);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return EnumSet.of(FactoryFlag.DONT_USE_PROXY);
    }

    // A proxy is equal to itself alone.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public <E> E attach(Class<E> type, HandleSupplier handle) {
        // What is known of an interface is kept for all handles.
        ExtensionMetadata metadata = extensions.findMetadata(type, statements);
        ConfigRegistry config = metadata.createInstanceConfiguration(handle.getConfig());
        Map<Method, ExtensionHandlerInvoker> prepared = new HashMap<>();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "the statements of " + type.getName();
                    default ->
                        prepared.computeIfAbsent(
                                        method,
                                        called -> metadata.createExtensionHandlerInvoker(proxy, called, handle, config))
                                .invoke(arguments);
                }));
    }
}
