package quorate.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The tool as a process of its own, from the classes under test. */
public final class Program {

    private final List<String> options;

    private Program(List<String> options) {
        this.options = List.copyOf(options);
    }

    /** What a run left behind. */
    public record Run(int exit, String out, String err) {}

    /** The program in a Java with these options, such as {@code -Duser.language=tr}. */
    public static Program with(String... options) {
        return new Program(List.of(options));
    }

    /** Runs it to its end. */
    public Run run(Object... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        return new Run(process.waitFor(), out.join(), err.join());
    }

    /** Starts it; whoever does so ends it. */
    public Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-Djava.awt.headless=true"));
        command.add("-Dquorate.home=" + Path.of("").toAbsolutePath());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "quorate.cli.Main"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOURCE_DATE_EPOCH", "1767225600");
        return builder.start();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
