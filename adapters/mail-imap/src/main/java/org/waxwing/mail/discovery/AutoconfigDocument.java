package org.waxwing.mail.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A document in which a domain names its servers, in the form that Thunderbird established (config-v1.1.xml). */
final class AutoconfigDocument {
    private AutoconfigDocument() {}

    /** The servers it names, unless it cannot be read or names none that is protected. */
    static Optional<Servers> servers(byte[] xml) {
        try {
            var root = parse(xml).getDocumentElement();
            var incoming = first(root, "incomingServer", "imap");
            var outgoing = first(root, "outgoingServer", "smtp");
            if (incoming.isEmpty() || outgoing.isEmpty()) return Optional.empty();
            var username = text(incoming.get(), "username");
            return Optional.of(new Servers(
                    endpoint(incoming.get()),
                    endpoint(outgoing.get()),
                    username.isEmpty() ? Servers.ADDRESS : username));
        } catch (SAXException | IOException | ParserConfigurationException | IllegalArgumentException e) {
            // somebody else's document: as good as none
            return Optional.empty();
        }
    }

    private static Document parse(byte[] xml) throws SAXException, IOException, ParserConfigurationException {
        // the JDK's, whatever else lies on the class path: these features are its
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Silent());
        return builder.parse(new ByteArrayInputStream(xml));
    }

    /** The first server of that kind that is reached under protection. */
    private static Optional<Element> first(Element root, String element, String type) {
        return elements(root.getElementsByTagName(element))
                .filter(server -> server.getAttribute("type").equalsIgnoreCase(type))
                .filter(server -> endpoint(server).security() != ConnectionSecurity.NONE)
                .findFirst();
    }

    private static ServerEndpoint endpoint(Element server) {
        return new ServerEndpoint(
                text(server, "hostname"),
                Integer.parseInt(text(server, "port")),
                Servers.security(text(server, "socketType")));
    }

    private static String text(Element server, String name) {
        return elements(server.getElementsByTagName(name))
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Says nothing: the usual handler writes to standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) {}

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
