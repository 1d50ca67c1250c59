package dev.pith.starter.cli.mcp;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool of the MCP server.
 *
 * @param description what it does and when to use it, for the model
 * @param parameters its parameters, in order
 */
record Tool(String name, String description, List<Parameter> parameters, Work work) {

    /** Prints the answer to a call. */
    interface Work {
        void answer(Arguments arguments, PrintWriter out);
    }

    /**
     * A parameter.
     *
     * @param type a type of JSON Schema: string, integer or boolean
     */
    record Parameter(String name, String type, boolean required, String description) {}

    static Parameter required(String name, String type, String description) {
        return new Parameter(name, type, true, description);
    }

    static Parameter optional(String name, String type, String description) {
        return new Parameter(name, type, false, description);
    }

    /** Returns the JSON Schema of the arguments. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(
                parameter.name(), Map.of("type", parameter.type(), "description", parameter.description())));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
    }
}
