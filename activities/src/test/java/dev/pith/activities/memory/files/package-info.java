/** Memory files, tested on a real PostgreSQL and in real folders. */
@NullMarked
package dev.pith.activities.memory.files;

import org.jspecify.annotations.NullMarked;
