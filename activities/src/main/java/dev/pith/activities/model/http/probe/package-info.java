/**
 * Queries an endpoint for what it serves: the context window and the slots that llama.cpp, llama-swap, LM Studio,
 * Ollama and others report, and whether it can be reached.
 */
@NullMarked
package dev.pith.activities.model.http.probe;

import org.jspecify.annotations.NullMarked;
