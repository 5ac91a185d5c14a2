package quorate.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import quorate.derive.reliability.BasicEvent;
import quorate.derive.reliability.FaultTree;
import quorate.derive.reliability.Gate;
import quorate.derive.reliability.Reliability;

/**
 * A journey's fault tree in the Open-PSA Model Exchange Format 2.0d. Where unknown facts decide, there are two trees over the
 * same basic events: with these facts at their worst and at their best. An event's probability is 1 - availability; one whose
 * availability is not stated has no expression, which a reader accepts for cut sets and refuses for probabilities. Arguments
 * of a gate are names only and all different, as readers want them that take no nested formula.
 */
public final class OpenPsa {

    private final Set<String> taken = new HashSet<>();
    private final Map<Integer, String> events = new LinkedHashMap<>();
    private final XMLStreamWriter xml;
    private final IndentedXml lines;
    private final FaultTree tree;

    private OpenPsa(XMLStreamWriter xml, IndentedXml lines, FaultTree tree) {
        this.xml = xml;
        this.lines = lines;
        this.tree = tree;
    }

    /** The file of each journey by the journey's id: {@code fault-tree-checkout.xml}. */
    public static Map<String, String> names(List<Reliability> journeys) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        journeys.forEach(one -> names.put(one.journey().id(), free("fault-tree-" + plain(one.journey().id()), taken) + ".xml"));
        return names;
    }

    /** The fault tree as text, ended by a line feed. */
    public static String of(Reliability journey) {
        return IndentedXml.document((xml, lines) -> new OpenPsa(xml, lines, journey.tree()).write(journey));
    }

    private void write(Reliability journey) throws XMLStreamException {
        String name = plain(journey.journey().id());
        String title = journey.journey().title();
        xml.writeStartElement("opsa-mef");
        label(1, title + ": probabilities are 1 - availability; an event without an expression has no stated availability; links"
                + " are taken as always there");
        if (tree.isCertain()) {
            tree(name, title + " is down", "", tree.worst());
        } else {
            tree(name + "-at-worst", title + " is down, unknown facts at their worst", "worst-", tree.worst());
            tree(name + "-at-best", title + " is down, unknown facts at their best", "best-", tree.best());
        }
        if (!events.isEmpty()) {
            lines.start(1, "model-data");
            for (Map.Entry<Integer, String> event : events.entrySet()) {
                event(event.getValue(), tree.events().get(event.getKey()));
            }
            lines.end(1);
        }
        lines.end(0);
    }

    private void event(String name, BasicEvent event) throws XMLStreamException {
        lines.start(2, "define-basic-event");
        xml.writeAttribute("name", name);
        label(3, event.title() + (event.isLink() ? " (taken as never)" : event.isStated() ? "" : " (availability not stated)"));
        if (event.isStated()) {
            lines.empty(3, "float");
            xml.writeAttribute("value", Double.toString(event.probability().high()));
        }
        lines.end(2);
    }

    private void tree(String name, String title, String prefix, List<FaultTree.Branch> branches) throws XMLStreamException {
        lines.start(1, "define-fault-tree");
        xml.writeAttribute("name", free(name, taken));
        label(2, title);
        Definitions definitions = new Definitions(prefix);
        String top = free(prefix + "down", taken);
        List<Argument> arguments = new ArrayList<>();
        for (FaultTree.Branch branch : branches) {
            Argument argument = definitions.argument(branch.gate(), branch.title());
            if (!arguments.contains(argument)) {
                arguments.add(argument);
            }
        }
        define(new Definition(top, title, "or", 0, arguments));
        for (Definition definition : definitions.all) {
            define(definition);
        }
        lines.end(1);
    }

    /** What a gate's formula names. */
    private record Argument(boolean isGate, String name) {}

    private record Definition(String name, String title, String operator, int least, List<Argument> arguments) {}

    /** The gates of one tree, each defined once. */
    private final class Definitions {
        private final String prefix;
        private final List<Definition> all = new ArrayList<>();
        private final Map<Gate, Argument> known = new HashMap<>();

        Definitions(String prefix) {
            this.prefix = prefix;
        }

        Argument argument(Gate gate, String title) {
            if (gate instanceof Gate.Event event) {
                return new Argument(false, name(event.index()));
            }
            Argument there = known.get(gate);
            if (there == null) {
                there = new Argument(true, free(prefix + plain(title), taken));
                known.put(gate, there);
                int place = all.size();
                all.add(place, definition(there.name(), title, gate));
            }
            return there;
        }

        private Definition definition(String name, String title, Gate gate) {
            if (gate instanceof Gate.AtLeast some) {
                return new Definition(name, title, "atleast", some.least(), arguments(some.parts(), title, true));
            }
            List<Gate> parts = gate instanceof Gate.Any any ? any.parts() : ((Gate.All) gate).parts();
            return new Definition(name, title, gate instanceof Gate.Any ? "or" : "and", 0, arguments(parts, title, false));
        }

        /** @param counted whether equal parts count each for itself, and so each need a name of their own */
        private List<Argument> arguments(List<Gate> parts, String title, boolean counted) {
            List<Argument> arguments = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Argument argument = argument(parts.get(i), title + ", part " + (i + 1));
                if (!arguments.contains(argument)) {
                    arguments.add(argument);
                } else if (counted) {
                    Argument again = new Argument(true, free(argument.name() + "-again", taken));
                    all.add(new Definition(again.name(), title, "or", 0, List.of(argument)));
                    arguments.add(again);
                }
            }
            return arguments;
        }
    }

    private String name(int event) {
        return events.computeIfAbsent(event, i -> free(plain(tree.events().get(i).id()), taken));
    }

    private void define(Definition definition) throws XMLStreamException {
        lines.start(2, "define-gate");
        xml.writeAttribute("name", definition.name());
        label(3, definition.title());
        List<Argument> arguments = definition.arguments();
        if (arguments.isEmpty()) {
            lines.empty(3, "constant");
            xml.writeAttribute("value", "false");
        } else if (arguments.size() == 1) {
            reference(3, arguments.get(0));
        } else {
            lines.start(3, definition.operator());
            if (definition.least() > 0) {
                xml.writeAttribute("min", Integer.toString(definition.least()));
            }
            for (Argument argument : arguments) {
                reference(4, argument);
            }
            lines.end(3);
        }
        lines.end(2);
    }

    private void reference(int depth, Argument argument) throws XMLStreamException {
        lines.empty(depth, argument.isGate() ? "gate" : "basic-event");
        xml.writeAttribute("name", argument.name());
    }

    private void label(int depth, String text) throws XMLStreamException {
        lines.start(depth, "label");
        xml.writeCharacters(Plain.xml(Plain.line(text)));
        xml.writeEndElement();
    }

    /** The text as an identifier: letters and digits, with single hyphens between. */
    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? ("x-" + plain).replaceAll("-$", "") : plain;
    }

    /** The name, with a number behind it if it is taken; upper and lower case do not tell names apart. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
