package dev.pith.starter.web.panel;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.web.http.EntityTag;
import dev.pith.starter.web.problem.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Serves the panel's files from the class path. A browser keeps them and asks whether they changed. Thread-safe. */
public final class PanelFiles {

    private static final String FOLDER = "/web/";
    private static final Pattern NAME =
            Pattern.compile("^[a-z0-9-]{1,60}+(?:/[a-z0-9-]{1,60}+)?\\.(?:html|css|js|svg|yaml)$");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "yaml", "application/yaml;charset=utf-8");
    private static final int NOT_MODIFIED = 304;

    private static final class PanelFile {
        private final byte[] bytes;
        private final String tag;

        PanelFile(byte[] bytes) {
            this.bytes = bytes;
            this.tag = "\"" + Sha256.hex(HexFormat.of().formatHex(bytes)).substring(0, 20) + "\"";
        }
    }

    private final Map<String, PanelFile> files = new ConcurrentHashMap<>();

    /** Answers with a file; a name that is none is a problem. */
    public void answer(Context ctx, String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.missing("page", name);
        }
        PanelFile file = files.computeIfAbsent(name, PanelFiles::read);
        ctx.header("ETag", file.tag);
        ctx.header("Cache-Control", "no-cache");
        if (EntityTag.isHeld(file.tag, ctx)) {
            ctx.status(NOT_MODIFIED);
            return;
        }
        ctx.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        ctx.result(file.bytes);
    }

    private static PanelFile read(String name) {
        try (InputStream in = PanelFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw Problem.missing("page", name);
            }
            return new PanelFile(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the panel's file " + name + " cannot be read", e);
        }
    }
}
