package quorate.output;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import quorate.site.page.Page;
import quorate.site.page.Shell;

/** The templates: those of a folder of the user's go before those of the jar. Safe for several threads. */
public final class Templates {

    static {
        // Otherwise it looks for a logging library and complains on stderr about what it finds.
        try {
            freemarker.log.Logger.selectLoggerLibrary(freemarker.log.Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private final Configuration configuration;

    /** @param overlays folders whose templates replace ours by name, the first one first */
    public Templates(List<Path> overlays) {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader(overlays));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setSharedVariable("kept", new KeptMarkup());
    }

    private static TemplateLoader loader(List<Path> overlays) {
        List<TemplateLoader> loaders = new ArrayList<>();
        try {
            for (Path folder : overlays) {
                if (Files.isDirectory(folder)) {
                    loaders.add(new FileTemplateLoader(folder.toFile()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loaders.add(new ClassTemplateLoader(Templates.class, "/quorate/templates"));
        return new MultiTemplateLoader(loaders.toArray(new TemplateLoader[0]));
    }

    /**
     * Reads the templates of these names into memory, for a thread that has nothing else to do while others read the sources. What
     * is wrong with one is told when it is used.
     */
    public void prepare(Collection<String> names) {
        for (String name : names) {
            try {
                configuration.getTemplate(name);
            } catch (IOException e) {
                return;
            }
        }
    }

    /** The page as text, lines ending with a line feed. */
    public String render(Page page, Shell shell) {
        try {
            CharArrayWriter out = new CharArrayWriter(32_768);
            Map<String, Object> values = Map.of("page", page, "frame", page.frame(), "shell", shell);
            configuration.getTemplate(page.template() + ".ftlh").process(values, out);
            return Blank.lines(out.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + page.template() + " for " + page.frame().path() + ": " + e.getMessage(), e);
        }
    }
}
