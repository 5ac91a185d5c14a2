package quorate.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document of which each element begins on a line of its own, so that two versions can be compared line by line. */
final class IndentedXml {

    private final XMLStreamWriter xml;

    private IndentedXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What stands in a document. */
    interface Content {
        void write(XMLStreamWriter xml, IndentedXml lines) throws XMLStreamException;
    }

    /** The document as text, ended by a line feed. */
    static String document(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.write(xml, new IndentedXml(xml));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a StringWriter does not fail
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    void start(int depth, String name) throws XMLStreamException {
        line(depth);
        xml.writeStartElement(name);
    }

    void empty(int depth, String name) throws XMLStreamException {
        line(depth);
        xml.writeEmptyElement(name);
    }

    void end(int depth) throws XMLStreamException {
        line(depth);
        xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
