package org.waxwing.web.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.json.RuleJson;

/**
 * A rule as it is sent, with the names that {@link RuleJson} reads.
 *
 * @param organisation whether it is the organisation's, for everybody's mail
 * @param account the only account it is for; left out when it is for all
 * @param stop whether the rules behind it are passed over when it matches
 * @param when which mail it is about, as JSON
 * @param then what is done, as JSON
 * @param etag tells it from the same one before it was changed; for If-Match, in quotation marks
 */
@Schema(name = "Rule")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleBody(
        String id,
        boolean organisation,
        String name,
        String account,
        boolean enabled,
        boolean stop,
        @Schema(type = SchemaType.OBJECT, description = """
                        `kind` is `all`, `any` (with `conditions`), `not` (with `condition`), `always`, `sender` (with \
                        `part`: address, domain, name), `recipient` (with `among`: to, cc, any, and `part`), `subject`, \
                        `body`, `header` (with `name`), `header-present`, `list`, `has-attachment`, `attachment-name`, \
                        `attachment-type`, `size` (with `than`: larger, smaller, and `bytes`), `age` (with `than`: older, \
                        newer, and `time`), `category`, `account`, `label`, `language`, `first-time-sender`, \
                        `known-sender` or `ai` (with `words`). What compares text has `operator` (is, contains, \
                        begins_with, ends_with, wildcard, regex) and `values`, of which one is enough.""") @JsonRawValue String when,
        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = """
                        `kind` is `label`, `unlabel` (with `label`), `move` (with `folder` or `mailbox`), `archive`, \
                        `trash`, `spam`, `star`, `read`, `category`, `snooze` (with `for` or `at`), `forward` (with \
                        `address`), `reply` (with `subject`, `text` and `every`), `notify`, `webhook` (with `address`) or \
                        `stop`.""") @JsonRawValue String then,
        String etag) {
    static RuleBody of(Rule rule) {
        return new RuleBody(
                rule.id().toString(),
                rule.isOrganisations(),
                rule.name(),
                rule.reach() instanceof Rule.Reach.OneAccount(var account) ? account.toString() : "",
                rule.enabled(),
                rule.stop(),
                RuleJson.written(rule.condition()),
                rule.actions().stream().map(RuleJson::written).collect(Collectors.joining(",", "[", "]")),
                RuleJson.tag(rule));
    }
}
