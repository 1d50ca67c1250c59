package dev.pith.activities.workstate;

/**
 * What a person answered to a question that an agent asked with a tool.
 *
 * @param question the agent's words
 * @param text the chosen options, or the person's own words
 */
public record Answer(String question, String text) {}
