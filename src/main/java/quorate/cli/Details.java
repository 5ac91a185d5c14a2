package quorate.cli;

import java.util.List;
import quorate.site.Detail;
import quorate.site.SiteConfig;

/** How much of each project of a site is shown. */
record Details(SiteConfig config, int projects) {

    Detail of(ProjectFolder folder) {
        return config.detail(folder.id(), projects);
    }

    List<ProjectFolder> full(List<ProjectFolder> folders) {
        return folders.stream().filter(folder -> of(folder) == Detail.FULL).toList();
    }
}
