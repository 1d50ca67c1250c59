/** Undo and redo of compactions, each as a new context version. */
@NullMarked
package dev.pith.activities.undo;

import org.jspecify.annotations.NullMarked;
