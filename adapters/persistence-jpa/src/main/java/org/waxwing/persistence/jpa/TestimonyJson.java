package org.waxwing.persistence.jpa;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.authenticity.Report;
import org.waxwing.domain.authenticity.Testimony;

/** The column {@code testimony}. */
final class TestimonyJson {
    private TestimonyJson() {}

    /** Empty for what nobody has looked at. */
    static String written(Testimony testimony) {
        if (!testimony.examined()) return "";
        var list = JsonText.JSON.createArrayBuilder();
        for (var report : testimony.reports())
            list.add(JsonText.JSON.createObjectBuilder()
                    .add("server", report.server())
                    .add("hop", report.hop())
                    .add("spf", report.spf().name())
                    .add("spfDomain", report.spfDomain())
                    .add("dkim", report.dkim().name())
                    .add("dkimDomain", report.dkimDomain())
                    .add("dmarc", report.dmarc().name())
                    .add("fromDomain", report.fromDomain()));
        return list.build().toString();
    }

    static Testimony read(@Nullable String json) {
        if (json == null) return Testimony.NOT_EXAMINED;
        // what is there for most mail
        if (json.equals("[]")) return Testimony.of(List.of());
        var reports = new ArrayList<Report>();
        for (var it : JsonText.array(json).getValuesAs(JsonObject.class))
            reports.add(new Report(
                    it.getString("server"), it.getInt("hop"),
                    Outcome.valueOf(it.getString("spf")), it.getString("spfDomain"),
                    Outcome.valueOf(it.getString("dkim")), it.getString("dkimDomain"),
                    Outcome.valueOf(it.getString("dmarc")), it.getString("fromDomain")));
        return Testimony.of(reports);
    }
}
