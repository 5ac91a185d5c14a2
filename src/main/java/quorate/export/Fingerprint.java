package quorate.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import quorate.review.Finding;

/** Recognises a finding in another run: it depends on the rule and its subject, not on the line or the message. */
public final class Fingerprint {

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Finding finding) {
        return of(finding.rule().id(), finding.subject().kind().word(), finding.subject().id());
    }

    static String of(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
