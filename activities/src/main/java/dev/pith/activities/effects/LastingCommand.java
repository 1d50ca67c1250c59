package dev.pith.activities.effects;

import java.util.regex.Pattern;

/** Recognizes commands that publish, or that discard what cannot be had again. */
final class LastingCommand {

    private static final Pattern LASTING = Pattern.compile("(?:"
            + "git (?:tag (?!-[lnv]|--(?!delete))\\S|stash (?:drop|clear)|reset (?:--(?:hard|soft|mixed|keep)|HEAD[~^])"
            + "|clean -(?!\\w*n)|checkout (?:\\S{1,200} )?(?:-- |\\.$)|restore (?!--staged|-S)"
            + "|branch (?:-[dD]|--delete)\\b|merge (?!-?-?abort)|revert (?!--abort)|cherry-pick (?!--abort)|push\\b|commit(?=\\s|$))"
            + "|gh (?:pr (?:create|merge|close|reopen|ready|review|comment|edit)"
            + "|issue (?:create|close|reopen|comment|edit)|release create|workflow run)"
            + "|(?:npm|pnpm|yarn|cargo|poetry|uv|gem) (?:publish|push)|twine upload|docker push"
            + "|kubectl (?:apply|delete|rollout (?!status|history))|helm (?:install|upgrade|uninstall|rollback)"
            + "|terraform (?:apply|destroy)|fly deploy|vercel .{0,40}--prod)");

    private static final Pattern DRY =
            Pattern.compile("\\s(?:--dry-run|--?help|-h)\\b|^(?:git push|cargo publish)\\b.{0,200}\\s-n\\b");

    private LastingCommand() {}

    /** Returns whether a simple command is one. */
    static boolean is(ShellLine line) {
        return line.is(LASTING) && !isDry(line);
    }

    /** Returns whether a command only shows what it would do. */
    static boolean isDry(ShellLine line) {
        return line.has(DRY);
    }
}
