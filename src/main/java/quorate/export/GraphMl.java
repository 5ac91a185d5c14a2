package quorate.export;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes GraphML. The graph library's own exporter takes whatever XML transformer is found at run time, and those differ in
 * how they indent or fail altogether; the same input shall give the same bytes.
 */
final class GraphMl {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    /** An edge with its attributes. */
    record Edge(String from, String to, Map<String, String> attributes) {}

    private final XMLStreamWriter xml;

    private GraphMl(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The document as text, ended by a line feed.
     *
     * @param nodes attributes of each node by its id
     */
    static String of(Map<String, Map<String, String>> nodes, List<Edge> edges) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GraphMl(xml).write(nodes, edges);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a StringWriter does not fail
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    private void write(Map<String, Map<String, String>> nodes, List<Edge> edges)
            throws XMLStreamException {
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        keys("node", nodes.values());
        keys("edge", edges.stream().map(Edge::attributes).toList());
        start(1, "graph");
        xml.writeAttribute("edgedefault", "directed");
        for (Map.Entry<String, Map<String, String>> node : nodes.entrySet()) {
            start(2, "node");
            xml.writeAttribute("id", id(node.getKey()));
            data("node", node.getValue());
        }
        for (Edge edge : edges) {
            start(2, "edge");
            xml.writeAttribute("source", id(edge.from()));
            xml.writeAttribute("target", id(edge.to()));
            data("edge", edge.attributes());
        }
        end(1);
        end(0);
    }

    /** Each attribute is declared once for nodes and once for edges, all as text. */
    private void keys(String target, Iterable<Map<String, String>> all) throws XMLStreamException {
        Set<String> names = new TreeSet<>();
        all.forEach(attributes -> names.addAll(attributes.keySet()));
        for (String name : names) {
            line(1);
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", target + "." + name);
            xml.writeAttribute("for", target);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
    }

    private void data(String target, Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            start(3, "data");
            xml.writeAttribute("key", target + "." + attribute.getKey());
            xml.writeCharacters(Plain.xml(attribute.getValue()));
            xml.writeEndElement();
        }
        if (attributes.isEmpty()) {
            xml.writeEndElement();
        } else {
            end(2);
        }
    }

    private static String id(String id) {
        return Plain.xml(Plain.line(id));
    }

    private void start(int depth, String name) throws XMLStreamException {
        line(depth);
        xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        line(depth);
        xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
