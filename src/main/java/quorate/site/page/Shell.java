package quorate.site.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is the same on all pages of a site. Asset names are relative to the root.
 *
 * @param previewScript shows previews of glossary terms; named on pages that link to terms
 * @param termsScript the definitions, fetched when the first preview is asked for
 * @param calculatorScript loaded only where a calculator stands
 * @param themeScript the one script that stands in the page, run before the first paint
 * @param policy the content security policy
 * @param feed address of the feed of changes; empty when there is none
 * @param assets published names of the assets by the names that their owner gave them
 */
public record Shell(
        String title,
        String footer,
        String logo,
        String icon,
        List<PageLink> navigation,
        List<PageLink> more,
        String css,
        List<String> scripts,
        String searchScript,
        String searchIndex,
        String previewScript,
        String termsScript,
        String calculatorScript,
        Html themeScript,
        String policy,
        String version,
        Map<String, String> assets,
        String feed) {
    public Shell {
        navigation = List.copyOf(navigation);
        more = List.copyOf(more);
        scripts = List.copyOf(scripts);
        assets = Collections.unmodifiableMap(new TreeMap<>(assets));
    }
}
