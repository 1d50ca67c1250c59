/** The memory flush: its workflow, its activities, and the records between them. */
@NullMarked
package dev.pith.workflows.flush;

import org.jspecify.annotations.NullMarked;
