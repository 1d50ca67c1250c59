/** The workflows' ports, implemented: each class hands over to plain Java and translates its failures for Temporal. */
@NullMarked
package dev.pith.activities.temporal;

import org.jspecify.annotations.NullMarked;
