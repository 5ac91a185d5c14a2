package quorate.output;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directive for markup that many pages share: {@code <@kept name="footer" by=frame.root>...</@kept>} renders its body for the first
 * page of each {@code by}, and writes the same for the others. The body may depend on nothing else that differs from page to
 * page. Safe for several threads.
 */
final class KeptMarkup implements TemplateDirectiveModel {

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public void execute(
            Environment environment, @SuppressWarnings("rawtypes") Map parameters, TemplateModel[] variables, TemplateDirectiveBody body)
            throws TemplateException, IOException {
        String key = parameters.get("name") + "\n" + parameters.get("by");
        String markup = kept.get(key);
        if (markup == null) {
            StringWriter rendered = new StringWriter();
            body.render(rendered);
            markup = rendered.toString();
            kept.put(key, markup);
        }
        environment.getOut().write(markup);
    }
}
