/**
 * Memories as Markdown files: one a day, and an index. The rows are the truth; the files show them, and give back what
 * somebody changed in them by hand.
 */
@NullMarked
package dev.pith.activities.memory.files;

import org.jspecify.annotations.NullMarked;
