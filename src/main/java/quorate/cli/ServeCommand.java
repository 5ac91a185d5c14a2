package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quorate.serve.LocalServer;
import quorate.serve.Watch;

/** Builds, serves, and builds again at each change. */
@Command(
        name = "serve",
        description = "Builds the site, serves it on this machine only, and builds and reloads at each change. Ctrl-C ends it.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions site;

    @Option(names = "--port", defaultValue = "8321", description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SiteBuild build = site.build(Optional.empty(), options);
        build.run();
        PrintWriter out = spec.commandLine().getOut();
        try (LocalServer server = LocalServer.start(site.output(), port);
                Watch watch = new Watch(watched(site.source()), this::isNoEdit)) {
            out.println("serving " + server.address());
            out.flush();
            while (true) {
                watch.await();
                rebuild(build, server, out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.OK;
        }
    }

    /** What a build writes, and what else is built beside it. */
    private boolean isNoEdit(Path path) {
        Path beside = site.output().getParent();
        boolean holdsTheSource = site.source().toAbsolutePath().normalize().startsWith(beside);
        return site.writes(path) || (!holdsTheSource && path.startsWith(beside));
    }

    /** A change that breaks something is told, and the last good site stays. */
    private static void rebuild(SiteBuild build, LocalServer server, PrintWriter out) throws IOException {
        long start = System.nanoTime();
        try {
            SiteBuild.Result result = build.run();
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.println("rebuilt in " + millis + " ms, " + result.written() + " files changed");
            if (result.written() > 0) {
                server.reload();
            }
        } catch (Exit.InputError e) {
            Exit.report(e, out);
        }
        out.flush();
    }

    private static List<Path> watched(Path source) {
        Path root = source.toAbsolutePath().normalize();
        Home home = Home.find();
        return Stream.concat(
                        Stream.of(root),
                        home.checkout().stream().flatMap(c -> Stream.of("catalog", "templates", "site/assets").map(c::resolve)))
                .filter(Files::isDirectory)
                .filter(path -> path.equals(root) || !path.startsWith(root))
                .toList();
    }
}
