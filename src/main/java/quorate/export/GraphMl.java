package quorate.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final IndentedXml lines;

    private GraphMl(XMLStreamWriter xml, IndentedXml lines) {
        this.xml = xml;
        this.lines = lines;
    }

    /**
     * The document as text, ended by a line feed.
     *
     * @param nodes attributes of each node by its id
     */
    static String of(Map<String, Map<String, String>> nodes, List<Edge> edges) {
        return IndentedXml.document((xml, lines) -> new GraphMl(xml, lines).write(nodes, edges));
    }

    private void write(Map<String, Map<String, String>> nodes, List<Edge> edges)
            throws XMLStreamException {
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        keys("node", nodes.values());
        keys("edge", edges.stream().map(Edge::attributes).toList());
        lines.start(1, "graph");
        xml.writeAttribute("edgedefault", "directed");
        for (Map.Entry<String, Map<String, String>> node : nodes.entrySet()) {
            lines.start(2, "node");
            xml.writeAttribute("id", id(node.getKey()));
            data("node", node.getValue());
        }
        for (Edge edge : edges) {
            lines.start(2, "edge");
            xml.writeAttribute("source", id(edge.from()));
            xml.writeAttribute("target", id(edge.to()));
            data("edge", edge.attributes());
        }
        lines.end(1);
        lines.end(0);
    }

    /** Each attribute is declared once for nodes and once for edges, all as text. */
    private void keys(String target, Iterable<Map<String, String>> all) throws XMLStreamException {
        Set<String> names = new TreeSet<>();
        all.forEach(attributes -> names.addAll(attributes.keySet()));
        for (String name : names) {
            lines.empty(1, "key");
            xml.writeAttribute("id", target + "." + name);
            xml.writeAttribute("for", target);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
    }

    private void data(String target, Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            lines.start(3, "data");
            xml.writeAttribute("key", target + "." + attribute.getKey());
            xml.writeCharacters(Plain.xml(attribute.getValue()));
            xml.writeEndElement();
        }
        if (attributes.isEmpty()) {
            xml.writeEndElement();
        } else {
            lines.end(2);
        }
    }

    private static String id(String id) {
        return Plain.xml(Plain.line(id));
    }
}
