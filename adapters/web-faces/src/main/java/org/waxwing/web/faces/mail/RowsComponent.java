package org.waxwing.web.faces.mail;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Words;

/**
 * Writes the rows of a {@link Listing.Section}. A component because of their number: as tags of a page, fifty rows of
 * twenty expressions each were half of the time of a list. What it writes goes through {@link ResponseWriter#writeText}
 * and {@link ResponseWriter#writeAttribute}, which escape.
 */
@FacesComponent(RowsComponent.TYPE)
public class RowsComponent extends UIComponentBase {
    /** Its component type. */
    public static final String TYPE = "org.waxwing.Rows";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (!(getAttributes().get("of") instanceof Listing.Section section)
                || !(getAttributes().get("words") instanceof Words words))
            return;
        var pen = new Pen(context.getResponseWriter(), this, words.phrases(),
                getAttributes().get("icons") + "/icons.svg#");
        pen.begin("ol", Boolean.TRUE.equals(getAttributes().get("search")) ? "hits" : "");
        pen.attribute("role", "list");
        pen.attribute("data-next", section.next());
        for (var row : section.rows()) write(pen, row);
        pen.end("ol");
    }

    private static void write(Pen pen, Row row) throws IOException {
        pen.begin("li", row.unread() ? "row unread" : "row");
        pen.attribute("data-id", row.id());
        pen.attribute("data-thread", row.thread());
        pen.attribute("data-account", row.account());
        pen.attribute("data-at", String.valueOf(row.at()));
        if (!row.category().isEmpty()) pen.attribute("data-category", row.category());
        if (!row.from().isEmpty()) pen.attribute("data-from", row.from());
        pen.attribute("data-muted", String.valueOf(row.muted()));
        pen.begin("a", "row-link");
        pen.attribute("href", row.href());
        pen.attribute("tabindex", "-1");
        pen.begin("span", "avatar hue-" + row.avatar().hue());
        pen.attribute("aria-hidden", "true");
        pen.text(row.avatar().initials());
        pen.end("span");
        who(pen, row);
        marks(pen, row);
        pen.begin("time", "");
        pen.attribute("title", row.fullTime());
        pen.text(row.time());
        pen.end("time");
        pieces(pen, "subject", row.subject(), row.marked().subject());
        pieces(pen, "preview", row.preview(), row.marked().preview());
        pen.end("a");
        pen.end("li");
    }

    private static void who(Pen pen, Row row) throws IOException {
        pen.begin("span", "who");
        if (row.unread()) pen.element("span", "unseen is-unread", pen.phrases().of("row.unread"));
        pieces(pen, "name", row.who(), row.marked().who());
        if (row.messages() > 1) {
            pen.begin("span", "n");
            pen.attribute("title", pen.phrases().of("thread.messages", row.messages()));
            pen.text(String.valueOf(row.messages()));
            pen.end("span");
        }
        if (!row.place().isEmpty()) pen.element("span", "chip place", row.place());
        pen.begin("span", "labels");
        for (var label : row.labels()) {
            pen.begin("bdi", "chip label hue-" + label.hue());
            pen.attribute("data-label", label.name());
            pen.text(label.text());
            pen.end("bdi");
        }
        if (row.moreLabels() > 0)
            pen.element("span", "n more", pen.phrases().of("row.labels.more", row.moreLabels()));
        pen.end("span");
        pen.end("span");
    }

    private static void marks(Pen pen, Row row) throws IOException {
        pen.begin("span", "marks");
        if (row.attached()) mark(pen, "clip", pen.phrases().of("row.attached"));
        if (row.starred()) mark(pen, "star", pen.phrases().of("row.starred"));
        pen.end("span");
    }

    private static void mark(Pen pen, String icon, String word) throws IOException {
        pen.begin("span", "mark-" + icon);
        pen.attribute("title", word);
        pen.icon(icon);
        pen.element("span", "unseen", word);
        pen.end("span");
    }

    private static void pieces(Pen pen, String style, String text, List<Row.Piece> pieces) throws IOException {
        pen.begin("bdi", style);
        if (pieces.isEmpty()) pen.text(text);
        for (var piece : pieces) {
            if (piece.marked()) pen.element("mark", "", piece.text());
            else pen.text(piece.text());
        }
        pen.end("bdi");
    }

    /** Writes elements. */
    private record Pen(ResponseWriter writer, RowsComponent component, Phrases phrases, String icons) {
        void begin(String element, String style) throws IOException {
            writer.startElement(element, component);
            if (!style.isEmpty()) attribute("class", style);
        }

        void attribute(String name, String value) throws IOException {
            writer.writeAttribute(name, value, null);
        }

        void text(String text) throws IOException {
            writer.writeText(text, null);
        }

        void end(String element) throws IOException {
            writer.endElement(element);
        }

        void element(String element, String style, String text) throws IOException {
            begin(element, style);
            text(text);
            end(element);
        }

        void icon(String name) throws IOException {
            begin("svg", "icon");
            attribute("aria-hidden", "true");
            attribute("focusable", "false");
            begin("use", "");
            attribute("href", icons + name);
            end("use");
            end("svg");
        }
    }
}
