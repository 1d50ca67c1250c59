/**
 * Memories as Markdown files: one a day, and an index. The rows are authoritative; files are written from them, and
 * manual edits of a file are applied to them.
 */
@NullMarked
package dev.pith.activities.memory.files;

import org.jspecify.annotations.NullMarked;
