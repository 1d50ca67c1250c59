/**
 * Reads OpenClaw's databases, whose rows hold lines in pi's form.
 */
@NullMarked
package dev.pith.starter.importing.openclaw;

import org.jspecify.annotations.NullMarked;
