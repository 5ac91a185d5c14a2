package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.importer.Context;
import quorate.importer.Documents;
import quorate.importer.Known;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Which channel of a document carries which message, for formats that name messages and leave their way to such a document. */
public final class MessageChannels {

    private final Map<String, Set<String>> byLetters = new LinkedHashMap<>();

    private MessageChannels() {}

    /** What cannot be read carries nothing; the importer of the document tells what is wrong with it. */
    public static MessageChannels of(SourceFile file, Context context) {
        MessageChannels channels = new MessageChannels();
        Problems problems = new Problems();
        References references = new References(context.folder(), problems, new TreeSet<>());
        Documents.of(file, context.folder().limits(), problems).forEach(document -> {
            ApiReader reader = new ApiReader(document, references, context, problems);
            reader.read(new ArrayList<>(), new ArrayList<>());
            reader.carriers().forEach((message, ids) ->
                    channels.byLetters.computeIfAbsent(message, k -> new TreeSet<>()).addAll(ids));
        });
        return channels;
    }

    /** The ids of the channels that carry a message whose name has the same letters and digits. */
    public Set<String> carrying(String message) {
        return byLetters.getOrDefault(Known.letters(message), Set.of());
    }
}
