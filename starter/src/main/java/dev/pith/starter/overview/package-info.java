/** What people see of stored conversations: titles, lineage, differences between versions. */
@NullMarked
package dev.pith.starter.overview;

import org.jspecify.annotations.NullMarked;
