/**
 * Asks an endpoint what it serves: the context window and the slots that llama.cpp, llama-swap, LM Studio, Ollama and vLLM
 * tell, and whether it can be reached.
 */
@NullMarked
package dev.pith.activities.model.http.probe;

import org.jspecify.annotations.NullMarked;
