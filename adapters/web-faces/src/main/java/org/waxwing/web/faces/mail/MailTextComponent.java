package org.waxwing.web.faces.mail;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * Writes a {@link MailText}. A component because white space matters in it: a page would add its own. Everything goes
 * through {@link ResponseWriter#writeText}, which escapes.
 */
@FacesComponent(MailTextComponent.TYPE)
public class MailTextComponent extends UIComponentBase {
    /** Its component type. */
    public static final String TYPE = "org.waxwing.MailText";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (!(getAttributes().get("value") instanceof MailText text)) return;
        var writer = context.getResponseWriter();
        writer.startElement("div", this);
        writer.writeAttribute("class", "mail-text", null);
        for (var block : text.blocks()) write(writer, block, String.valueOf(getAttributes().get("fold")));
        writer.endElement("div");
    }

    private void write(ResponseWriter writer, MailText.Block block, String fold) throws IOException {
        switch (block.kind()) {
            case WRITTEN -> write(writer, block, "p", "written");
            case CITED -> write(writer, block, "blockquote", "cited");
            case SIGNATURE -> write(writer, block, "p", "signature");
            case QUOTED -> {
                writer.startElement("details", this);
                writer.writeAttribute("class", "quote", null);
                writer.startElement("summary", this);
                writer.writeAttribute("title", fold, null);
                writer.writeAttribute("aria-label", fold, null);
                writer.writeText("···", null);
                writer.endElement("summary");
                write(writer, block, "blockquote", "quoted");
                writer.endElement("details");
            }
        }
    }

    private void write(ResponseWriter writer, MailText.Block block, String element, String style) throws IOException {
        writer.startElement(element, this);
        writer.writeAttribute("class", style, null);
        // the writer's own language decides the direction of what strangers wrote
        writer.writeAttribute("dir", "auto", null);
        for (var segment : block.segments()) {
            if (segment.href().isEmpty()) writer.writeText(segment.text(), null);
            else writeLink(writer, segment);
        }
        writer.endElement(element);
    }

    private void writeLink(ResponseWriter writer, MailText.Segment link) throws IOException {
        writer.startElement("a", this);
        writer.writeURIAttribute("href", link.href(), null);
        writer.writeAttribute("target", "_blank", null);
        writer.writeAttribute("rel", "noopener noreferrer nofollow", null);
        writer.writeText(link.text(), null);
        writer.endElement("a");
    }
}
