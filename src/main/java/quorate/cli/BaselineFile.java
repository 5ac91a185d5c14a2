package quorate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import quorate.export.Baseline;

/** The committed file of findings that were there before. */
record BaselineFile(Path path) {

    /** What it holds; one that is missing or was damaged would let everything or nothing pass, so it ends the run. */
    Baseline read() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new Exit.InputError("no baseline '" + path + "'; 'quorate baseline' writes one");
        }
        String text = Files.readString(path);
        int bad = Baseline.badLine(text);
        if (bad > 0) {
            throw new Exit.InputError(path + ":" + bad + ": no line of a baseline; remove it, or write the file anew with"
                    + " 'quorate baseline'");
        }
        return Baseline.read(text);
    }

    void write(Baseline baseline) throws IOException {
        if (path.toAbsolutePath().getParent() != null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
        }
        Files.writeString(path, baseline.text(), StandardCharsets.UTF_8);
    }
}
