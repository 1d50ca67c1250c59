/** What models are told: the prompts, and the transcript of messages that goes with them as untrusted data. */
@NullMarked
package dev.pith.activities.prompting;

import org.jspecify.annotations.NullMarked;
