package dev.pith.starter.web.view;

import dev.pith.workflows.model.Rung;
import org.jspecify.annotations.Nullable;

/**
 * A chunk, or several neighboring ones if there are more than a hundred.
 *
 * @param state waiting, running, done or failed
 * @param rung how its text was written: normal, aggressive or extractive; null before that
 * @param millis the time that it took; 0 if not known
 */
public record CellView(String state, @Nullable Rung rung, long millis) {}
