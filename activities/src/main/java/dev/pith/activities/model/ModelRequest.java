package dev.pith.activities.model;

/**
 * A request to a model.
 *
 * @param instructions the system prompt: the same for many calls, so that endpoints can cache it
 * @param material the text to work on
 * @param maxTokens the output limit in tokens, reasoning included
 */
public record ModelRequest(String instructions, String material, int maxTokens) {

    public ModelRequest {
        if (material.isBlank() || maxTokens < 1) {
            throw new IllegalArgumentException("a request needs material and room for an answer, but has "
                    + material.length() + " characters and " + maxTokens + " tokens");
        }
    }
}
