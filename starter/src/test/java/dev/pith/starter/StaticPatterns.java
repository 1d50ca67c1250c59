package dev.pith.starter;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns that stand in static fields of Pith's classes, also inside of collections and records there. */
final class StaticPatterns {

    private final Map<String, Pattern> found = new TreeMap<>();

    private StaticPatterns() {}

    /** By the full name of their field. */
    static Map<String, Pattern> all() {
        StaticPatterns patterns = new StaticPatterns();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.pith")) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)) {
                    patterns.collect(field.getFullName(), value(field.reflect()));
                }
            }
        }
        return patterns.found;
    }

    private void collect(String name, @Nullable Object value) {
        if (value instanceof Pattern pattern) {
            found.put(name, pattern);
        } else if (value instanceof Collection<?> many) {
            int number = 0;
            for (Object each : many) {
                collect(name + "[" + number++ + "]", each);
            }
        } else if (value instanceof Map<?, ?> map) {
            collect(name, map.keySet());
            collect(name, map.values());
        } else if (value instanceof Record one) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                collect(name + "." + component.getName(), value(one, component));
            }
        }
    }

    private static @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object value(Record one, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
