package dev.pith.activities.context.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The tools that a context can be handed to, and where each expects its sessions. */
public enum SessionFormat {
    CLAUDE_CODE {
        @Override
        SessionWriter writer(Handover handover, Writer out) {
            return new ClaudeCodeWriter(handover, out);
        }

        @Override
        public String fileName(Handover handover) {
            return handover.session() + ".jsonl";
        }

        @Override
        public String resumption(Handover handover, String file) {
            String folder = handover.directory().replaceAll("[^A-Za-z0-9]", "-");
            return "put it at ~/.claude/projects/" + folder + "/" + fileName(handover) + ", then in "
                    + handover.directory() + ": claude --resume " + handover.session();
        }
    },
    CODEX {
        @Override
        SessionWriter writer(Handover handover, Writer out) {
            return new CodexWriter(handover, out);
        }

        @Override
        public String fileName(Handover handover) {
            return "rollout-" + local("uuuu-MM-dd'T'HH-mm-ss", handover) + "-" + handover.session() + ".jsonl";
        }

        @Override
        public String resumption(Handover handover, String file) {
            return "put it at ~/.codex/sessions/" + local("uuuu/MM/dd", handover) + "/" + fileName(handover)
                    + ", then in " + handover.directory() + ": codex resume " + handover.session();
        }
    },
    OPENCODE {
        @Override
        SessionWriter writer(Handover handover, Writer out) throws IOException {
            return new OpencodeWriter(handover, out);
        }

        @Override
        public String fileName(Handover handover) {
            return OpencodeIds.session(handover) + ".json";
        }

        @Override
        public String resumption(Handover handover, String file) {
            return "in " + handover.directory() + ": opencode import " + file + ", then: opencode --session "
                    + OpencodeIds.session(handover);
        }
    },
    PI {
        @Override
        SessionWriter writer(Handover handover, Writer out) {
            return new PiWriter(handover, out);
        }

        @Override
        public String fileName(Handover handover) {
            return SessionLines.time(handover.made()).replaceAll("[:.]", "-") + "_" + handover.session() + ".jsonl";
        }

        @Override
        public String resumption(Handover handover, String file) {
            return "in " + handover.directory() + ": pi --session " + file;
        }
    },
    TXCRIPT {
        @Override
        SessionWriter writer(Handover handover, Writer out) throws IOException {
            return new TxcriptWriter(handover, out);
        }

        @Override
        public String fileName(Handover handover) {
            return handover.session() + ".json";
        }

        @Override
        public String resumption(Handover handover, String file) {
            return "txcript continue " + file + " --with claude_code, or another tool";
        }
    };

    abstract SessionWriter writer(Handover handover, Writer out) throws IOException;

    /** Returns the file's name where the tool looks for its sessions; for the others a name of the same kind. */
    public abstract String fileName(Handover handover);

    /** Returns how the tool resumes the session, as the rest of a line that starts with "To resume: ". */
    public abstract String resumption(Handover handover, String file);

    private static String local(String pattern, Handover handover) {
        return DateTimeFormatter.ofPattern(pattern)
                .withZone(ZoneId.systemDefault())
                .format(handover.made());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
