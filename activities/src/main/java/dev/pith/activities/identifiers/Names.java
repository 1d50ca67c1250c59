package dev.pith.activities.identifiers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges the different names of one file: absolute, relative, and shortened from the left if only one longer path has
 * that suffix.
 */
final class Names {

    private final @Nullable String project;
    private final Map<String, String> longer = new HashMap<>();

    /**
     * Indexes the names.
     *
     * @param project the working directory to which paths are relative; null if unknown
     */
    Names(@Nullable String project, Collection<Traces.Named> named) {
        this.project = project == null || project.length() < 2 ? null : FileNames.folder(project);
        List<String> paths = named.stream()
                .filter(one -> one.kind() == IdentifierKind.PATH)
                .map(one -> relative(one.text()))
                .filter(KnownNames::isFile)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, String> owner = new HashMap<>();
        Map<String, Integer> owners = new HashMap<>();
        for (String path : paths) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String end = path.substring(slash + 1);
                String first = owner.putIfAbsent(end, path);
                boolean within = first == null || first.endsWith("/" + path);
                owners.merge(end, within ? 0 : 1, Integer::sum);
            }
        }
        owner.forEach((end, path) -> {
            if (owners.getOrDefault(end, 0) == 0) {
                longer.put(end, path);
            }
        });
    }

    /** Returns the name under which a path is listed. */
    String of(String path) {
        String relative = relative(path);
        String full = relative.startsWith("/") ? null : longer.get(relative);
        return full == null ? relative : full;
    }

    private String relative(String path) {
        return FileNames.relative(path, project);
    }

    /** Returns identifiers under their listed names, traces of equal names added. Omits the project directory. */
    List<Traces.Named> joined(Collection<Traces.Named> named) {
        Map<Identifier, Trace> joined = new LinkedHashMap<>();
        for (Traces.Named one : named) {
            if (project != null && project.equals(one.text() + "/")) {
                continue;
            }
            joined.merge(identifier(one), trace(one.trace()), Trace::and);
        }
        List<Traces.Named> result = new ArrayList<>();
        joined.forEach((id, trace) -> result.add(new Traces.Named(id.kind(), id.text(), trace)));
        return result;
    }

    private Identifier identifier(Traces.Named one) {
        boolean file = one.kind() == IdentifierKind.PATH || one.kind() == IdentifierKind.FILE;
        if (!file) {
            return one.identifier();
        }
        String name = of(one.text());
        return new Identifier(name.indexOf('/') < 0 ? IdentifierKind.FILE : IdentifierKind.PATH, name);
    }

    private Trace trace(Trace trace) {
        if (trace.files().isEmpty()) {
            return trace;
        }
        Map<String, Double> files = new LinkedHashMap<>();
        trace.files().forEach((file, weight) -> files.merge(of(file), weight, Double::sum));
        return new Trace(trace.sums(), trace.events(), trace.edits(), trace.summarized(), files);
    }
}
