package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.catalog.RuleText;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;

/** What one person would answer in one breath is one question; what two persons know is two. */
class QuestionTest {

    @TempDir
    Path folder;

    private List<Question> about(String rule, String architecture) throws IOException {
        Linked linked = new Joiner(Projects.CATALOG).join(Projects.read(new YAMLMapper().readTree(architecture), folder));
        return new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 1, 1))
                .review(linked, Deriver.derive(linked)).questions().stream()
                .filter(question -> question.rules().stream().anyMatch(text -> text.id().equals(rule)))
                .toList();
    }

    private static String system(String webOwner, String apiOwner) {
        return "services:\n"
                + "  web: {criticality: critical, owner: " + webOwner + "}\n"
                + "  api: {criticality: critical, owner: " + apiOwner + "}\n"
                + "stores: {orders: {type: database, owner: data}}\n"
                + "links:\n"
                + "  - {from: web, to: api, mode: sync, criticality: critical}\n"
                + "  - {from: web, to: orders, mode: sync, criticality: critical}\n"
                + "  - {from: api, to: orders, mode: sync, criticality: critical}\n";
    }

    @Test
    void rulesThatAskInTheSameBreathShareAQuestion() throws IOException {
        Question question = about("timeout-missing", system("a", "a")).get(0);
        assertEquals(List.of("timeout-missing", "retry-unbounded"), question.rules().stream().map(RuleText::id).toList());
        assertTrue(question.text().startsWith("What bounds the time") && question.text().contains("How many tries"), question.text());
        assertTrue(question.missing().stream().anyMatch(fact -> fact.key().id().equals("retry")), question.missing().toString());
    }

    @Test
    void oneOwnerIsAskedOnce() throws IOException {
        List<Question> questions = about("timeout-missing", system("a", "a"));
        assertEquals(List.of("timeout-missing?case"), questions.stream().map(Question::id).toList());
        assertEquals(3, questions.get(0).subjects().size());
    }

    @Test
    void eachOfSeveralOwnersIsAskedAboutWhatIsHis() throws IOException {
        assertEquals(List.of("timeout-missing?web", "timeout-missing?api"),
                about("timeout-missing", system("a", "b")).stream().map(Question::id).toList());
        List<Question> herds = about("recovery-herd", system("a", "a"));
        assertEquals(List.of("cold-start-unplanned?case/a", "recovery-herd?orders"), herds.stream().map(Question::id).sorted().toList());
        assertEquals("a", herds.stream().filter(q -> q.subjects().size() > 1).findFirst().orElseThrow().owner());
    }

    @Test
    void whatTheSystemAsAWholeStatesIsAskedOnceForHoweverManyParts() throws IOException {
        StringBuilder system = new StringBuilder("stores:\n");
        for (int i = 0; i < 20; i++) {
            system.append("  store-").append(i).append(": {type: database, replicas: 1, owner: team-").append(i).append("}\n");
        }
        List<Question> questions = about("partition-ignored", system.toString());
        assertEquals(List.of("partition-ignored?case"), questions.stream().map(Question::id).toList());
        assertEquals(20, questions.get(0).subjects().stream().filter(subject -> subject.id().startsWith("store-")).count());
    }
}
