package dev.pith.starter.sessions;

import dev.pith.activities.store.Glob;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The globs of a setting, matched against what names a session. Immutable. */
public final class SessionPatterns {

    private final String setting;
    private final String source;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    private SessionPatterns(String setting, String source) {
        this.setting = setting;
        this.source = source;
    }

    /** Returns the patterns of a list setting. */
    public static SessionPatterns of(Settings settings, Setting list) {
        SessionPatterns all = new SessionPatterns(list.key(), settings.get(list).source());
        settings.globs(list).forEach(glob -> all.patterns.put(glob, Pattern.compile(Glob.pattern(glob))));
        return all;
    }

    /** Returns whether there are no globs. */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Returns the first glob that matches one of the names, in words: {@code ignore_sessions has "/tmp/**"}. */
    public Optional<String> match(SessionNames names) {
        return patterns.entrySet().stream()
                .filter(glob -> names.all().stream()
                        .anyMatch(name -> glob.getValue().matcher(name).matches()))
                .map(glob -> setting + " has \"" + glob.getKey() + "\"")
                .findFirst();
    }

    /** Returns where the setting stands, for messages. */
    public String source() {
        return source;
    }
}
