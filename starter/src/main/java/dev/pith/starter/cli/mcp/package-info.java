/**
 * The MCP server: tools by which an agent searches, expands and reads what Pith stores. Read-only. {@link
 * dev.pith.starter.cli.mcp.McpCommand} is the entry point, {@link dev.pith.starter.cli.mcp.Tools} lists the tools.
 */
@NullMarked
package dev.pith.starter.cli.mcp;

import org.jspecify.annotations.NullMarked;
