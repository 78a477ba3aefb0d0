package org.waxwing.web.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A problem as it is sent (RFC 9457 §3.1).
 *
 * @param detail what this one is about, for a person; empty when the title says it all, and then left out
 * @param instance names this one occurrence, as {@code urn:uuid:…}; left out when it is not kept anywhere
 * @param accountId the account that is there already; only with {@code already-added}
 * @param errors every value that is not right; only with {@code validation}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "accountId", "errors"})
public record Problem(
        String type, String title, int status, String detail, String instance, String accountId, List<Field> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A value that is not right.
     *
     * @param field its path in the body, levels parted by dots
     * @param detail what is wrong with it, for a person
     * @param reason the same as a word that never changes, for programs that have words of their own; may be left out
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(String field, String detail, String reason) {
        public Field(String field, String detail) {
            this(field, detail, "");
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of that kind. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.address().toString(), type.title(), type.status(), detail, "", "", List.of());
    }

    /** The problem of values that are not right. */
    public static Problem of(List<Field> errors) {
        var type = ProblemType.VALIDATION;
        return new Problem(type.address().toString(), type.title(), type.status(), "", "", "", errors);
    }

    Problem withInstance(String occurrence) {
        return new Problem(type, title, status, detail, occurrence, accountId, errors);
    }

    /** The same problem, naming the account that is in the way. */
    public Problem withAccount(String account) {
        return new Problem(type, title, status, detail, instance, account, errors);
    }
}
