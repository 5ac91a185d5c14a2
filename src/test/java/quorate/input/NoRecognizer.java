package quorate.input;

import java.util.Optional;
import quorate.importer.Recognizer;

/** Knows no technology: the cases are about what cannot be read. */
record NoRecognizer() implements Recognizer {

    @Override
    public Optional<Recognized> image(String image) {
        return Optional.empty();
    }

    @Override
    public Optional<Recognized> scheme(String scheme) {
        return Optional.empty();
    }
}
