package dev.pith.activities.workstate;

import java.util.regex.Pattern;

/** Recognizes commands that publish, or that discard what cannot be had again. */
final class LastingCommand {

    private static final Pattern LASTING = Pattern.compile("(?:sudo )?(?:"
            + "git (?:tag (?!-[ln]|--)\\S|stash (?:drop|clear)|reset (?:--(?:hard|soft|mixed|keep)|HEAD[~^])|clean -"
            + "|checkout (?:\\S{1,200} )?-- |restore (?!--staged)|branch (?:-[dD]|--delete)\\b|merge (?!-?-?abort)"
            + "|revert (?!--abort)|cherry-pick (?!--abort)|push\\b|commit\\b)"
            + "|gh (?:pr (?:create|merge|close|reopen|ready|review|comment|edit)"
            + "|issue (?:create|close|reopen|comment|edit)|release create|workflow run)"
            + "|(?:npm|pnpm|yarn|cargo|poetry|uv|gem) (?:publish|push)|twine upload|docker push"
            + "|kubectl (?:apply|delete|rollout)|helm (?:install|upgrade|uninstall|rollback)"
            + "|terraform (?:apply|destroy)|fly deploy|vercel .{0,40}--prod)");

    private LastingCommand() {}

    /** Returns whether a simple command is one. */
    static boolean is(String command) {
        return LASTING.matcher(command.strip()).lookingAt();
    }
}
