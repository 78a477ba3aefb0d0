package org.waxwing.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** The values of a JSON object, read one by one, with everything that is wrong with them kept until the end. */
public final class Fields {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TOKEN = 8_000;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> SECURITY = Set.of("none", "starttls", "tls");

    private final JsonNode body;
    private final List<Problem.Field> errors = new ArrayList<>();

    private Fields(JsonNode body) {
        this.body = body;
    }

    /**
     * The fields of a body.
     *
     * @throws ProblemException it is too large, or no JSON object
     */
    public static Fields of(InputStream body) throws IOException {
        return of(body, LARGEST);
    }

    /**
     * The fields of a body of at most {@code largest} bytes.
     *
     * @throws ProblemException it is larger, or no JSON object
     */
    public static Fields of(InputStream body, int largest) throws IOException {
        var bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) throw new ProblemException(ProblemType.TOO_LARGE, "");
        try {
            var json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (!json.isObject()) throw ProblemException.malformed("The body is one JSON object.");
            return new Fields(json);
        } catch (JsonProcessingException e) {
            throw ProblemException.malformed("The body is not valid JSON.");
        }
    }

    /** The names of all fields, in their order. */
    public List<String> names() {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether the field is there, whatever is in it. */
    public boolean has(String name) {
        return !at(name).isMissingNode() && !at(name).isNull();
    }

    /** The text in a field; empty when it is not there. */
    public String text(String name) {
        var value = at(name);
        if (!has(name)) return "";
        if (!value.isTextual()) return wrong(name, "This has to be a text.");
        if (value.asText().length() > LONGEST)
            return wrong(name, "This is longer than " + LONGEST + " characters.");
        return value.asText();
    }

    /** The text in a field that has to be there. */
    public String needed(String name) {
        var text = text(name);
        if (text.isBlank() && errors.stream().noneMatch(it -> it.field().equals(name)))
            wrong(name, "This is needed.");
        return text;
    }

    /** The yes or no in a field that has to be there. */
    public boolean flag(String name) {
        if (!at(name).isBoolean()) wrong(name, "This has to be true or false.");
        return at(name).asBoolean();
    }

    /** The whole number in a field that has to be there, from {@code least} to {@code most}. */
    public int number(String name, int least, int most) {
        var value = at(name);
        boolean right = value.isInt() && value.asInt() >= least && value.asInt() <= most;
        if (!right) wrong(name, "This has to be a whole number from " + least + " to " + most + ".");
        return right ? value.asInt() : least;
    }

    /** The texts in a field that is a list; none when it is not there. */
    public List<String> texts(String name) {
        var value = at(name);
        if (!has(name)) return List.of();
        if (!value.isArray()) {
            wrong(name, "This has to be a list of texts.");
            return List.of();
        }
        var texts = new ArrayList<String>(value.size());
        for (var it : value) {
            if (it.isTextual()) texts.add(it.asText());
            else {
                wrong(name, "This has to be a list of texts.");
                return List.of();
            }
        }
        return texts;
    }

    /** The token in a field that has to be there; some are far longer than anything that people type. */
    public String token(String name) {
        var value = at(name);
        if (!has(name)) return wrong(name, "This is needed.");
        if (!value.isTextual() || value.asText().isBlank()) return wrong(name, "This has to be a text.");
        if (value.asText().length() > LONGEST_TOKEN)
            return wrong(name, "This is longer than " + LONGEST_TOKEN + " characters.");
        return value.asText();
    }

    /** The server in an object of {@code host}, {@code port} and {@code security}; empty when it is not right. */
    public Optional<ServerEndpoint> server(String name) {
        int before = errors.size();
        if (!at(name).isObject()) wrong(name, "This has to be an object of host, port and security.");
        else {
            var host = needed(name + ".host");
            var port = at(name + ".port");
            if (!port.isInt() || port.asInt() < 1 || port.asInt() > LAST_PORT)
                wrong(name + ".port", "This has to be a number from 1 to 65535.");
            var security = needed(name + ".security");
            if (!security.isEmpty() && !SECURITY.contains(security))
                wrong(name + ".security", "This has to be none, starttls or tls.");
            if (errors.size() == before) return endpoint(name, host, port.asInt(), security);
        }
        return Optional.empty();
    }

    /** Notes that a field is not right; gives an empty text to go on with. */
    public String wrong(String name, String detail) {
        errors.add(new Problem.Field(name, detail));
        return "";
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws ProblemException {@code validation}, with everything that was
     */
    public void check() {
        if (!errors.isEmpty()) throw new ProblemException(Problem.of(errors));
    }

    private Optional<ServerEndpoint> endpoint(String name, String host, int port, String security) {
        try {
            return Optional.of(new ServerEndpoint(
                    host, port, ConnectionSecurity.valueOf(security.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            wrong(name + ".host", "This is not the name of a server.");
            return Optional.empty();
        }
    }

    private JsonNode at(String name) {
        return body.at("/" + name.replace('.', '/'));
    }
}
