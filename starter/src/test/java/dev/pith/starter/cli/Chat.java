package dev.pith.starter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chat in OpenAI's form as a file, whose words are its own. */
final class Chat {

    private Chat() {}

    /** Of so many turns, each answered by so many sentences of about ten tokens. */
    static Path write(Path file, int turns, int sentences) throws IOException {
        String name = String.valueOf(file.getFileName());
        StringBuilder json = new StringBuilder("[");
        for (int turn = 0; turn < turns; turn++) {
            json.append(turn == 0 ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"Request ")
                    .append(turn)
                    .append(" of ")
                    .append(name)
                    .append(": please check the harbor.\"},{\"role\":\"assistant\",\"content\":\"")
                    .append(("Harbor " + turn + " of " + name + " was checked and is calm. ").repeat(sentences))
                    .append("\"}");
        }
        return Files.writeString(file, json.append(']'));
    }
}
