package dev.pith.activities.model;

/**
 * What a model is asked.
 *
 * @param instructions the system prompt: the same for many calls, so that endpoints can cache it
 * @param material what the instructions are about
 * @param maxTokens how much it may generate, reasoning included
 */
public record ModelRequest(String instructions, String material, int maxTokens) {

    public ModelRequest {
        if (material.isBlank() || maxTokens < 1) {
            throw new IllegalArgumentException("a request needs material and room for an answer, but has "
                    + material.length() + " characters and " + maxTokens + " tokens");
        }
    }
}
