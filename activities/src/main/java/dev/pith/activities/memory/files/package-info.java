/**
 * Memories as Markdown files: one a day, and an index. The rows are authoritative; files show them, and manual edits of a file
 * are taken over into the rows.
 */
@NullMarked
package dev.pith.activities.memory.files;

import org.jspecify.annotations.NullMarked;
