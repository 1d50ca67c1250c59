package dev.pith.activities.identifiers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Groups paths under the folders whose names are then written least often. */
final class FolderGroups {

    /**
     * Paths below one folder.
     *
     * @param folder with a slash at its end; empty for a path that stands alone
     * @param names the paths relative to the folder, in order
     */
    record Group(String folder, List<String> names) {}

    /** What a letter and any other character cost, and the line of a folder besides, in tokens: a word is nearly one. */
    private static final double LETTER = 0.1;

    private static final double OTHER = 0.9;
    private static final double LINE = 1;

    /** A folder with the paths that end in it, and the folders in it. */
    private static final class Folder {
        final String path;
        final List<String> ends = new ArrayList<>();
        final Map<String, Folder> folders = new TreeMap<>();

        Folder(String path) {
            this.path = path;
        }

        /** Returns the paths of this folder and of those in it, in order. */
        List<String> all() {
            List<String> all = new ArrayList<>(ends);
            folders.values().forEach(folder -> all.addAll(folder.all()));
            return all;
        }
    }

    private record Choice(List<Group> groups, double cost) {
        Choice and(Choice other) {
            return new Choice(
                    Stream.concat(groups.stream(), other.groups.stream()).toList(), cost + other.cost);
        }

        /** Returns whether a folder has a line for less than two paths. */
        boolean isLonely() {
            return groups.stream()
                    .anyMatch(
                            group -> !group.folder().isEmpty() && group.names().size() < 2);
        }
    }

    private FolderGroups() {}

    /** Returns the groups, in the order of their folders; each path stands in one. */
    static List<Group> of(Collection<String> paths) {
        Folder root = new Folder("");
        paths.stream().sorted().forEach(path -> add(root, path));
        return apart(root, inner(root)).groups();
    }

    private static void add(Folder root, String path) {
        Folder folder = root;
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash + 1);
            folder = folder.folders.computeIfAbsent(above, Folder::new);
        }
        folder.ends.add(path);
    }

    /** Returns the cheapest: one group for all in a folder, one for its own paths, or none for the folder. */
    private static Choice best(Folder folder) {
        Choice inner = inner(folder);
        return Stream.of(apart(folder, inner), group(folder, folder.ends).and(inner), group(folder, folder.all()))
                .filter(choice -> !choice.isLonely())
                .min(Comparator.comparingDouble(Choice::cost))
                .orElseThrow();
    }

    private static Choice group(Folder folder, List<String> paths) {
        List<String> names =
                paths.stream().map(path -> path.substring(folder.path.length())).toList();
        double cost = LINE
                + cost(folder.path)
                + names.stream().mapToDouble(FolderGroups::cost).sum();
        return new Choice(List.of(new Group(folder.path, names)), cost);
    }

    /** Returns the paths of a folder as they are, and the best for the folders in it. */
    private static Choice apart(Folder folder, Choice inner) {
        List<Group> alone =
                folder.ends.stream().map(path -> new Group("", List.of(path))).toList();
        double cost = folder.ends.stream().mapToDouble(FolderGroups::cost).sum();
        return new Choice(alone, cost).and(inner);
    }

    private static Choice inner(Folder folder) {
        return folder.folders.values().stream().map(FolderGroups::best).reduce(new Choice(List.of(), 0), Choice::and);
    }

    private static double cost(String text) {
        double cost = 0;
        for (int i = 0; i < text.length(); i++) {
            cost += Characters.isLetter(text.charAt(i)) ? LETTER : OTHER;
        }
        return cost;
    }
}
