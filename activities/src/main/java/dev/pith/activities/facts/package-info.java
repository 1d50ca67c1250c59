/**
 * Facts: keys with their values as last said, read from the words of persons and agents, from answers of tools and from
 * configuration files. Facts of consecutive ranges of a conversation can be joined. Reading is linear in the text and
 * keeps a bounded number of facts.
 */
@NullMarked
package dev.pith.activities.facts;

import org.jspecify.annotations.NullMarked;
