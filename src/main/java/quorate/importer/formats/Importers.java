package quorate.importer.formats;

import java.util.List;
import quorate.importer.ComposeImporter;
import quorate.importer.DotImporter;
import quorate.importer.GraphMlImporter;
import quorate.importer.Importer;
import quorate.importer.KubernetesImporter;
import quorate.importer.StructurizrImporter;
import quorate.importer.asyncapi.AsyncApiImporter;
import quorate.importer.backstage.BackstageImporter;
import quorate.importer.connect.ConnectImporter;
import quorate.importer.dapr.DaprImporter;
import quorate.importer.eventcatalog.EventCatalogImporter;
import quorate.importer.likec4.LikeC4Importer;
import quorate.importer.plantuml.PlantUmlImporter;
import quorate.importer.quarkus.QuarkusImporter;
import quorate.importer.spring.SpringImporter;
import quorate.importer.threagile.ThreagileImporter;

/** The formats that are read, in the order in which they are asked whether a file is theirs. */
public final class Importers {

    private static final List<Importer> ALL =
            List.of(
                    new ComposeImporter(),
                    new KubernetesImporter(),
                    new StructurizrImporter(),
                    new DotImporter(),
                    new GraphMlImporter(),
                    new AsyncApiImporter(),
                    new SpringImporter(),
                    new QuarkusImporter(),
                    new ConnectImporter(),
                    new DaprImporter(),
                    new ThreagileImporter(),
                    new BackstageImporter(),
                    new EventCatalogImporter(),
                    new PlantUmlImporter(),
                    new LikeC4Importer());

    private Importers() {}

    public static List<Importer> all() {
        return ALL;
    }
}
