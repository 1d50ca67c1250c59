package dev.pith.activities.identifiers;

import dev.pith.activities.text.WordList;
import java.util.Set;

/** Known file extensions, and names too common in a language to be informative. */
final class KnownNames {

    private static final Set<String> EXTENSIONS = WordList.of("""
            go py pyi ts tsx js jsx mjs cjs java kt kts scala rs c h cc cpp hpp cs rb php swift m sh bash zsh
            ps1 sql md mdx rst txt json jsonl yaml yml toml ini cfg conf xml html css scss vue svelte lock mod
            sum gradle properties proto tf env log csv tsv ipynb diff patch pdf png svg jpg ex exs erl hs lua
            dart zig nix cmake bat
            """);

    /** Standard library prefixes and common receivers; their members are omitted from the ledger. */
    private static final Set<String> STANDARD_HEADS = WordList.of("""
            fmt os strings filepath errors context time json bytes io bufio path exec regexp sort strconv sync
            testing http math log reflect ioutil slices maps unicode utf8 require assert console process Object
            Array JSON Math Promise fs np pd sys re self this super err System String List Map java javax
            runtime atomic hash sha256 hex base64 template slog flag url net rand bin dev document window std
            www
            """);

    private static final Set<String> STANDARD_SYMBOLS = WordList.of("""
            GitHub JavaScript TypeScript MkdirAll WriteFile ReadFile TempDir Errorf Fatalf Printf Sprintf
            Fprintf Println TrimSpace HasPrefix HasSuffix TrimPrefix TrimSuffix toString ReadAll RemoveAll
            NewReader MarshalIndent YouTube OpenAI PostgreSQL macOS startsWith endsWith toLowerCase toUpperCase
            forEach in_progress indexOf hasOwnProperty
            """);

    private static final Set<String> SYSTEM_ERRORS = WordList.of("""
            ENOENT EACCES EPERM EEXIST ECONNREFUSED ECONNRESET ETIMEDOUT EADDRINUSE ENOTFOUND EPIPE EINVAL
            EISDIR ENOTDIR ENOTEMPTY EMFILE EAGAIN EHOSTUNREACH ENOSPC ENOMEM EBADF EINTR EBUSY EXDEV EROFS
            ELOOP ERESOLVE EINTEGRITY
            """);

    private static final Set<String> SOURCE_FOLDERS = WordList.of("""
            cmd src pkg internal lib docs test tests app scripts origin upstream
            """);

    private static final Set<String> PROSE = WordList.of("""
            md mdx rst txt
            """);

    private static final Set<String> UNITS = WordList.of("""
            ms s m h KB MB GB KiB MiB GiB px x k seconds minutes tokens bytes lines files tests commits
            """);

    private KnownNames() {}

    /** Whether a name has a known file extension and a nonempty base name. */
    static boolean isFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1));
    }

    /** Whether a file contains prose, which mentions symbols without defining them. */
    static boolean isProse(String file) {
        return PROSE.contains(file.substring(file.lastIndexOf('.') + 1));
    }

    static boolean isStandardHead(String word) {
        return word.length() == 1 || STANDARD_HEADS.contains(word);
    }

    static boolean isStandardSymbol(String word) {
        return STANDARD_SYMBOLS.contains(word);
    }

    static boolean isSystemError(String word) {
        return SYSTEM_ERRORS.contains(word);
    }

    static boolean isSourceFolder(String segment) {
        return SOURCE_FOLDERS.contains(segment);
    }

    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }
}
