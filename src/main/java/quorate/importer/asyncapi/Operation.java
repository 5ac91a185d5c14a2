package quorate.importer.asyncapi;

import java.util.List;
import quorate.source.Location;
import quorate.source.Node;

/**
 * What the application does with one channel.
 *
 * @param name as the document calls it; empty when it does not
 * @param channel where the channel is defined
 * @param sends whether it sends; it receives otherwise
 * @param node of the operation, for its bindings
 * @param messages that it is about, references followed
 * @param word by which the document says what it does
 */
record Operation(String name, Node channel, boolean sends, Node node, List<Node> messages, String word, Location at) {

    Operation {
        messages = List.copyOf(messages);
    }
}
