/** Writing what should outlive a conversation into memory: the workflow, its ports, and the records between. */
@NullMarked
package dev.pith.workflows.flush;

import org.jspecify.annotations.NullMarked;
