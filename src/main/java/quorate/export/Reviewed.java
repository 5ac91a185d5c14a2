package quorate.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.source.Extents;
import quorate.source.Location;

/**
 * The review of one project, and where the project's folder lies.
 *
 * @param sensitivity what single facts decide; {@link Sensitivity#NONE} where nobody asks for it
 * @param extents how far what begins at a place reaches; {@link Extents#NONE} where nobody asks for it
 * @param prefix path of the folder relative to the root of the repository, with forward slashes; empty when it is the root
 */
public record Reviewed(Review review, Sensitivity sensitivity, Extents extents, String prefix) {

    public Reviewed {
        String folder = prefix.replace('\\', '/').replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        prefix = folder.isEmpty() || folder.equals(".") ? "" : folder + "/";
    }

    public Reviewed(Review review, String prefix) {
        this(review, Sensitivity.NONE, Extents.NONE, prefix);
    }

    public static Reviewed of(Review review) {
        return new Reviewed(review, "");
    }

    /** The file's path relative to the root of the repository. */
    String path(Location at) {
        String folder = prefix;
        String file = at.file();
        while (file.startsWith("../") && !folder.isEmpty()) { // the acceptances of several projects lie beside their folders
            file = file.substring(3);
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return folder + file;
    }

    /** {@code file:line:column} relative to the root of the repository. */
    String place(Location at) {
        return new Location(path(at), at.line(), at.column()).toString();
    }

    /** The path as a relative URI reference, percent-encoded by RFC 3986. */
    String uri(Location at) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path(at).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }
}
