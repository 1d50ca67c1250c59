/** Prompts, and the transcript of messages that is sent with them as untrusted data. */
@NullMarked
package dev.pith.activities.prompting;

import org.jspecify.annotations.NullMarked;
