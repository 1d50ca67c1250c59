package dev.pith.activities.model;

/** The wire format that an endpoint speaks. */
public enum Provider {
    /** Chat completions as OpenAI, vLLM, llama.cpp, llama-swap, Ollama, LM Studio, OpenRouter and LiteLLM serve them. */
    OPENAI,
    /** Anthropic's messages. */
    ANTHROPIC
}
