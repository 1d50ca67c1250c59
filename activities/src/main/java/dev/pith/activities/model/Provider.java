package dev.pith.activities.model;

/** The wire format of an endpoint. */
public enum Provider {
    /**
     * OpenAI's chat completions, as also served by vLLM, llama.cpp, llama-swap, Ollama, LM Studio, OpenRouter and
     * LiteLLM.
     */
    OPENAI,
    /** Anthropic's Messages API. */
    ANTHROPIC
}
