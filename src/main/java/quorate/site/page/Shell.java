package quorate.site.page;

import java.util.List;

/**
 * What is the same on all pages of a site. Asset names are relative to the root.
 *
 * @param previewScript shows previews of glossary terms; named on pages that link to terms
 * @param termsScript the definitions, fetched when the first preview is asked for
 * @param themeScript the one script that stands in the page, run before the first paint
 * @param policy the content security policy
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
        Html themeScript,
        String policy,
        String version,
        String commit,
        String commitHref,
        String date) {
    public Shell {
        navigation = List.copyOf(navigation);
        more = List.copyOf(more);
        scripts = List.copyOf(scripts);
    }
}
