package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

    static Stream<String> commands() {
        return Main.line("--help").getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysHowItIsUsed(String name) {
        CommandLine line = Main.line(name);
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));

        int exit = line.execute(name, "--help");

        assertEquals(Exit.OK, exit);
        assertTrue(out.toString().contains("Usage: quorate " + name), out.toString());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsCalledByTheNameItBears(String name) {
        Object command = Main.line(name).getSubcommands().get(name).getCommandSpec().userObject();

        assertEquals(name, command.getClass().getAnnotation(Command.class).name());
    }

    @Test
    void oneCommandIsReadWhenOneIsNamed() {
        assertEquals(Set.of("check"), Main.line("check", "--help").getSubcommands().keySet());
    }

    @Test
    void aWordThatIsNoCommandIsHeldAgainstAllOfThem() {
        CommandLine line = Main.line("chek");
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));

        int exit = line.execute("chek");

        assertEquals(Exit.ERROR, exit);
        assertTrue(err.toString().contains("Did you mean: quorate check"), err.toString());
    }
}
