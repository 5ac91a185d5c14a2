package quorate.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.importer.formats.Importers;
import quorate.source.SourceFile;

class ImportersTest {

    @Test
    void composeIsKnownByItsServices() {
        accepted("compose", "docker-compose.prod.yml", "services:\n  a: {image: x}\n");
        accepted("compose", "stack.yaml", "version: '3'\nservices:\n  a:\n    build: .\n");
        accepted("compose", "compose.yaml", "include: [a.yaml]\n");
    }

    @Test
    void otherFilesWithServicesAreNotCompose() {
        accepted("", "architecture.yaml", "services:\n  a: {image: x}\n");
        accepted("", "parts.yaml", "services:\n  a: {image: x}\nstores:\n  b: {}\n");
        accepted("", ".gitlab-ci.yml", "services: [docker]\n");
        accepted("", "a.yaml", "services:\n  a: {url: x}\n");
        accepted("", "workflow.yml", "jobs:\n  a:\n    services:\n      db: {image: x}\n");
    }

    @Test
    void aBrokenComposeFileIsStillOurs() {
        accepted("compose", "docker-compose.yml", "services:\n  a: {image: x\n");
    }

    @Test
    void manifestsAreKnownByVersionAndKind() {
        accepted("kubernetes", "a.yml", "apiVersion: v1\nkind: Service\n");
        accepted("kubernetes", "a.json", "{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\"}");
        accepted("", "Chart.yaml", "apiVersion: v2\nname: x\n");
        accepted("", "kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    }

    @Test
    void descriptorsOfBackstageAreKnownByTheirVersion() {
        accepted("backstage", "catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\n");
        accepted("backstage", "a/entity.json", "{\"apiVersion\": \"backstage.io/v1alpha1\", \"kind\": \"API\"}");
        accepted("kubernetes backstage", "all.yaml",
                "apiVersion: v1\nkind: Service\n---\napiVersion: 'backstage.io/v1beta1'\nkind: Component\n");
        accepted("", "catalog-info.yaml", "# backstage.io/v1alpha1\nname: x\n");
    }

    @Test
    void pagesOfEventCatalogAreKnownByTheirFolderOrFields() {
        String head = "---\nid: a\nname: A\nversion: 1.0.0\n";
        accepted("eventcatalog", "services/A/index.mdx", head + "---\n\n<Box />\n");
        accepted("eventcatalog", "domains/D/systems/S/containers/A/index.md", "---\r\nid: a\r\nname: A\r\nversion: 1\r\n---\r\n");
        accepted("eventcatalog", "teams/a.mdx", "---\nid: a\nname: A\n---\n");
        accepted("eventcatalog", "A/index.mdx", head + "container_type: cache\n---\n");
        accepted("eventcatalog", "containers/by-team/A/index.mdx", head + "---\n");
        accepted("eventcatalog", "flows/F/index.mdx", head + "steps: []\n---");
    }

    @Test
    void otherPagesAreNotOfEventCatalog() {
        String head = "---\nid: a\nname: A\nversion: 1.0.0\n";
        accepted("", "index.md", "---\nid: a\ntitle: Guide\n---\n");
        accepted("", "services/A/index.mdx", head); // never closed
        accepted("", "services/A/index.mdx", "# A\n" + head + "---\n");
        accepted("", "services/A/versioned/0.9.0/index.mdx", head + "---\n");
        accepted("", "services/A/changelog.mdx", head + "---\n");
        accepted("", "blog/a/index.md", head + "---\n");
        accepted("", "services/A/docs/index.mdx", head + "---\n");
        accepted("", "services/index.md", head + "---\n");
    }

    @Test
    void modelsOfLikeC4AreKnownByTheirBlocks() {
        accepted("likec4", "model.c4", "// ours\nmodel {\n}\n");
        accepted("likec4", "any.likec4", "");
        accepted("", "charge.c4", "not a model");
    }

    @Test
    void asyncApiIsKnownByItsFirstKey() {
        accepted("asyncapi", "orders.yml", "# ours\nasyncapi: '2.6.0'\nchannels: {}\n");
        accepted("asyncapi", "orders.json", "{\"asyncapi\": \"3.0.0\"}");
        accepted("asyncapi", "orders.yaml", "{\"info\": {}, \"asyncapi\":\"3.0.0\"}");
        accepted("", "page.yaml", "example: |\n  asyncapi: 3.0.0\n");
    }

    @Test
    void springIsKnownByItsNamesAndKeys() {
        accepted("spring", "a/src/main/resources/application.yml", "server:\n  port: 80\n");
        accepted("spring", "bootstrap-docker.properties", "spring.application.name=a\n");
        accepted("spring", "config/orders.yml", "eureka:\n  client: {}\n");
        accepted("", "config/orders.yml", "server:\n  port: 80\n");
        accepted("", "src/test/resources/application.yml", "spring: {}\n");
        accepted("", "application.yml", "name: Shop\n");
    }

    @Test
    void quarkusIsKnownByItsKeysAndIsNotSpring() {
        accepted("quarkus", "application.properties", "quarkus.datasource.db-kind=postgresql\n");
        accepted("quarkus", "a/src/main/resources/application.yaml", "server: {}\nquarkus:\n  http: {port: 80}\n");
        accepted("quarkus", "application.properties", "server.port=80\n%prod.quarkus.http.port=80\n");
        accepted("quarkus", "application.yml", "server:\n  port: 80\n\"%{prod,dev}\":\n  quarkus: {}\n");
        accepted("quarkus", "application.properties", "mp.messaging.incoming.a.topic=b\n");
        accepted("quarkus", "application.yaml", "server: {port: 80}\nmp:\n  messaging: {}\n");
        accepted("quarkus", "application.properties", "org.acme.A/mp-rest/url=http://a\n");
        accepted("quarkus", "META-INF/microprofile-config.properties", "a=b\n");
        accepted("spring", "application.yml", "spring: {}\nmp:\n  messaging: {}\n");
        accepted("", "src/test/resources/application.properties", "quarkus.http.port=80\n");
        accepted("", "other.properties", "quarkus.http.port=80\n");
    }

    @Test
    void connectorsAreKnownByTheirClass() {
        accepted("connect", "register.json", "{\"name\": \"a\", \"config\": {\"connector.class\": \"b\"}}");
        accepted("kubernetes connect", "a.yaml", "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnector\n");
        accepted("kubernetes", "a.yaml", "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\n");
    }

    @Test
    void daprIsNotKubernetesButMayStandBesideIt() {
        accepted("dapr", "pubsub.yaml", "apiVersion: dapr.io/v1alpha1\nkind: Component\n");
        accepted("kubernetes dapr", "all.yaml",
                "apiVersion: v1\nkind: Service\n---\napiVersion: dapr.io/v1alpha1\nkind: Component\n");
    }

    @Test
    void workspacesAreKnownByTheirSystems() {
        accepted("structurizr", "workspace.json", "{\"model\": {\"softwareSystems\": []}}");
        accepted("structurizr", "workspace.dsl", "workspace {}");
        accepted("", "other.json", "{\"model\": {}}");
    }

    @Test
    void drawingsAreKnownByTheirEnding() {
        accepted("dot", "a.gv", "");
        accepted("c4-plantuml", "a.puml", "");
        accepted("c4-plantuml", "a.iuml", "");
        accepted("graphml", "a.graphml", "");
        accepted("graphml", "a.xml", "<graphml/>");
        accepted("", "pom.xml", "<project/>");
    }

    private static void accepted(String importers, String path, String text) {
        List<String> names = Importers.all().stream()
                .filter(importer -> importer.accepts(new SourceFile(path, text)))
                .map(Importer::name)
                .toList();
        assertEquals(importers, String.join(" ", names), path);
    }
}
