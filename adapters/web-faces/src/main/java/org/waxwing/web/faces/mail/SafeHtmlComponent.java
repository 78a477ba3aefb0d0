package org.waxwing.web.faces.mail;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.waxwing.domain.content.SafeHtml;

/**
 * Writes what a mail says as it was sanitised, into a page that is shut up like the frame that shows mail. The only
 * place where markup that a stranger wrote becomes part of a page; nothing but {@link SafeHtml} is written.
 */
@FacesComponent(SafeHtmlComponent.TYPE)
public class SafeHtmlComponent extends UIComponentBase {
    /** Its component type. */
    public static final String TYPE = "org.waxwing.SafeHtml";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (!(getAttributes().get("value") instanceof SafeHtml html)) return;
        context.getResponseWriter().write(body(html.document()));
    }

    /** What stands between the tags of the body: whatever a mail says there is escaped, so these are ours. */
    static String body(String document) {
        int begin = document.indexOf("<body");
        int from = begin < 0 ? -1 : document.indexOf('>', begin);
        int to = document.lastIndexOf("</body>");
        return from < 0 || to < from ? "" : document.substring(from + 1, to);
    }
}
