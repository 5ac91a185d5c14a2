package quorate.importer.settings;

import quorate.importer.Context;
import quorate.importer.Written;
import quorate.source.SourceFile;

/** The folder of the module that a file of settings belongs to. */
public final class ModuleFolder {

    private ModuleFolder() {}

    /** Its path, with a slash at the end; empty for the project's own. */
    public static String of(SourceFile file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        return folder.replaceFirst("(src/main/resources/)?(config/|META-INF/)?$", "");
    }

    /** What an application is called that does not say it: like the folder of its module, or the project where that is it. */
    public static Written name(SourceFile file, Context context) {
        String module = of(file).replaceFirst("/$", "");
        String last = module.substring(module.lastIndexOf('/') + 1);
        return new Written(last.isEmpty() ? context.folder().root().getFileName().toString() : last, file.whole());
    }
}
