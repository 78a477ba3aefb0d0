package org.waxwing.web.rest.rules;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.rules.ImportRules;
import org.waxwing.domain.rules.sieve.SieveRemark;

/**
 * Rules that were brought.
 *
 * @param kept whether they are there now; otherwise they would be like this
 * @param remarks what did not become a rule, or is not quite the same
 */
@Schema(name = "RuleImport")
public record BroughtBody(boolean kept, List<RuleBody> items, List<Remark> remarks) {
    /**
     * A remark.
     *
     * @param line where it begins, counted from 1
     * @param leftOut whether it is not among the rules; otherwise it means something a little different
     * @param reason a word that never changes
     * @param detail the words it is about; may be empty
     */
    @Schema(name = "RuleImportRemark")
    public record Remark(int line, int lastLine, boolean leftOut, String reason, String detail) {
        static Remark of(SieveRemark remark) {
            return new Remark(remark.line(), remark.lastLine(),
                    remark.reason().kind() == SieveRemark.Kind.LEFT_OUT,
                    remark.reason().name().toLowerCase(Locale.ROOT), remark.detail());
        }
    }

    public BroughtBody {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    static BroughtBody of(ImportRules.Result.Brought brought, boolean kept) {
        return new BroughtBody(kept, brought.rules().stream().map(RuleBody::of).toList(),
                brought.remarks().stream().map(Remark::of).toList());
    }
}
