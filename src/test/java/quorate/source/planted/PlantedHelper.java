package quorate.source.planted;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.Socket;
import java.time.LocalDate;
import java.util.Locale;
import quorate.review.Finding;

/** Breaks every rule of the house that a single class can break; {@code HouseTest} expects each to notice. */
public class PlantedHelper {

    public static int counter;

    @JsonProperty
    public Finding backwards;

    void everythingForbidden(String text) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(LocalDate.now() + System.getenv("HOME") + text.toLowerCase() + Math.random());
        freemarker.template.Configuration.getVersion();
        new com.fasterxml.jackson.databind.ObjectMapper();
        new com.networknt.schema.Error.Builder();
        new org.yaml.snakeyaml.LoaderOptions();
        org.commonmark.parser.Parser.builder();
        org.jsoup.Jsoup.parse(text);
        new picocli.CommandLine(this);
        new org.eclipse.elk.graph.properties.Property<String>("planted");
        new org.jgrapht.graph.AsUnmodifiableGraph<>(null);
        new me.tongfei.progressbar.ProgressBarBuilder();
        com.sun.net.httpserver.HttpServer.create();
        io.methvin.watcher.DirectoryWatcher.builder();
        new Socket().close();
        new ProcessBuilder(text).start();
        System.exit(2);
    }
}
