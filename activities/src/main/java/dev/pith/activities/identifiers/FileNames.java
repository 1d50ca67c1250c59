package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/**
 * Normalizes file names: segments separated by slashes and an uppercase drive letter, as in {@code C:/src/tide.cs} and
 * {@code //server/share/tide.cs}. Windows paths with backslashes map to the same form.
 */
public final class FileNames {

    static final String LONG_PATH = "\\\\?\\";
    static final String LONG_SHARE = LONG_PATH + "UNC\\";

    private FileNames() {}

    /** Returns the normalized name. */
    public static String normal(String name) {
        String plain = withoutNamespace(name);
        String slashed = isWindows(plain) ? slashed(plain) : plain;
        return hasDrive(slashed, 0) ? Character.toUpperCase(slashed.charAt(0)) + slashed.substring(1) : slashed;
    }

    /**
     * Returns a name relative to a folder.
     *
     * @param project the folder; null if unknown
     */
    public static String relative(String name, @Nullable String project) {
        String normal = normal(name);
        String folder = project == null ? "" : folder(project);
        return folder.length() > 1 && normal.length() > folder.length() && startsWith(normal, folder)
                ? normal.substring(folder.length())
                : normal;
    }

    /** Returns the normalized folder with a trailing slash. */
    static String folder(String project) {
        String normal = normal(project);
        int end = normal.length();
        while (end > 0 && normal.charAt(end - 1) == '/') {
            end--;
        }
        return normal.substring(0, end) + "/";
    }

    /** Compares Windows paths case-insensitively. */
    private static boolean startsWith(String name, String folder) {
        boolean windows = hasDrive(folder, 0) || folder.startsWith("//");
        return name.regionMatches(windows, 0, folder, 0, folder.length());
    }

    /** Whether a drive starts at an index: a letter, a colon, a slash. */
    static boolean hasDrive(String text, int at) {
        return at + 2 < text.length()
                && Characters.isLetter(text.charAt(at))
                && text.charAt(at + 1) == ':'
                && isSlash(text.charAt(at + 2));
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isWindows(String name) {
        return hasDrive(name, 0) || name.startsWith("\\\\") || (name.indexOf('\\') > 0 && name.indexOf('/') < 0);
    }

    /** Removes the Windows long-path prefix. */
    private static String withoutNamespace(String name) {
        if (name.startsWith(LONG_SHARE)) {
            return "\\\\" + name.substring(LONG_SHARE.length());
        }
        return name.startsWith(LONG_PATH) || name.startsWith("//?/") ? name.substring(LONG_PATH.length()) : name;
    }

    /** Replaces backslashes, single or doubled, with slashes; keeps the two leading slashes of a share. */
    private static String slashed(String name) {
        StringBuilder slashed = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean slash = isSlash(name.charAt(i));
            boolean share = slash && slashed.length() == 1 && i == 1;
            if (!slash) {
                slashed.append(name.charAt(i));
            } else if (share || slashed.isEmpty() || slashed.charAt(slashed.length() - 1) != '/') {
                slashed.append('/');
            }
        }
        return slashed.toString();
    }
}
