package dev.pith.starter.web.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the body of a request: JSON in UTF-8, of a limited size and depth. */
public final class Body {

    /** The largest body of a request that carries messages, in bytes. */
    public static final int LARGE = 16 << 20;

    /** The largest body of other requests, in bytes. */
    public static final int SMALL = 64 << 10;

    private Body() {}

    /** Reads the bytes of a JSON body. */
    public static byte[] bytes(Context ctx, int most) {
        requireJson(ctx);
        if (ctx.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] read = PacedBody.read(ctx, most + 1);
        if (read.length > most) {
            throw tooLarge(most);
        }
        return read;
    }

    /** Reads a body as a tree. */
    public static JsonNode tree(byte[] body) {
        return read(body, JsonNode.class);
    }

    /** Reads a small body into a record; an empty body has no field. */
    public static <T> T of(Context ctx, Class<T> type) {
        byte[] bytes = hasNone(ctx) ? new byte[0] : bytes(ctx, SMALL);
        return read(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes, type);
    }

    /** A body without a length may have no byte either. */
    private static boolean hasNone(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        try {
            return length == 0
                    || (length < 0
                            && ctx.req().getContentType() == null
                            && ctx.req().getInputStream().read() < 0);
        } catch (IOException e) {
            throw PacedBody.unread(e);
        }
    }

    /** Reads a body into a record; what breaks a rule is a problem. */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = Json.MAPPER.readValue(text(body), type);
            if (value == null) {
                throw Problem.of(ProblemKind.BAD_REQUEST, "the body is null, must be a JSON object");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw tooDeep(e);
        } catch (UnrecognizedPropertyException e) {
            throw Problem.because(
                    ProblemKind.INVALID,
                    "the field \"" + e.getPropertyName() + "\" is not known here: known are "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    e);
        } catch (ValueInstantiationException e) {
            throw Problem.because(
                    ProblemKind.INVALID,
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()),
                    e);
        } catch (MismatchedInputException e) {
            throw Problem.because(ProblemKind.INVALID, mismatch(e), e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamConstraintsException) {
                throw tooDeep(e);
            }
            if (e.getCause() instanceof JsonParseException unreadable) {
                throw unreadable(unreadable);
            }
            throw Problem.because(ProblemKind.INVALID, where(e) + " has a value that cannot be read", e);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private static Problem unreadable(JacksonException e) {
        String what = e.getOriginalMessage().startsWith("Duplicate field") ? "has a field twice" : "is no JSON";
        JsonLocation place = e.getLocation();
        return Problem.because(
                ProblemKind.BAD_REQUEST,
                "the body " + what
                        + (place == null ? "" : ": see line " + place.getLineNr() + ", column " + place.getColumnNr()),
                e);
    }

    /** Decodes strictly: a parser of bytes would guess UTF-16 and UTF-32. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.because(ProblemKind.BAD_REQUEST, "the body is not UTF-8: encode it so", e);
        }
    }

    private static void requireJson(Context ctx) {
        String type = String.valueOf(ctx.req().getContentType()).toLowerCase(Locale.ROOT);
        String[] pieces = type.split(";", -1);
        if (!pieces[0].strip().equals("application/json")) {
            throw Problem.of(ProblemKind.UNSUPPORTED_TYPE, "the body must have the type application/json");
        }
        for (int i = 1; i < pieces.length; i++) {
            String parameter = pieces[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw Problem.of(ProblemKind.UNSUPPORTED_TYPE, "the charset of the body must be utf-8");
            }
        }
    }

    private static String mismatch(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return "the body has more after its JSON value: send one object";
        }
        Class<?> wanted = e.getTargetType();
        if (wanted == String.class && e instanceof InvalidFormatException text && text.getValue() instanceof String) {
            return where(e)
                    + " has a character that cannot be stored, U+0000 or half of a surrogate pair: leave it out";
        }
        if (wanted == null) {
            return where(e) + " has another type than it must have";
        }
        if (wanted.isEnum()) {
            return where(e) + " must be one of "
                    + Arrays.stream(wanted.getEnumConstants())
                            .map(constant -> Json.lower((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        return where(e) + " must be " + kind(wanted);
    }

    private static String kind(Class<?> wanted) {
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) {
            return "a number";
        }
        return wanted == String.class ? "a text" : "a JSON object";
    }

    private static String where(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the body" : "the field " + path;
    }

    private static Problem tooDeep(JacksonException e) {
        return Problem.because(
                ProblemKind.BAD_REQUEST,
                "the body is nested deeper than " + Json.DEEPEST + " levels, or has a number or text too long to read",
                e);
    }

    private static Problem tooLarge(int most) {
        return Problem.of(ProblemKind.BODY_TOO_LARGE, "the body may have " + most + " bytes: send less at once");
    }
}
