package quorate.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.catalog.Places;
import quorate.review.TraitNames;
import quorate.schema.Schemas;
import quorate.source.Problems;

/**
 * The catalog is clean; and faults that are planted in it, one at least for each proof, are all told at once, each at its line
 * and column, and nothing else is.
 */
class CatalogCheckTest {

    private static final Path ROOT = Path.of("catalog");

    private final Map<String, String> files = read();
    private final List<String> expected = new ArrayList<>();

    private static Map<String, String> read() {
        try (Stream<Path> paths = Files.walk(ROOT)) {
            Map<String, String> files = new TreeMap<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ourCatalogIsClean() {
        assertEquals("", String.join("\n", told(List.of())));
    }

    @Test
    void referencesThatLeadNowhereAreTold() {
        plant("patterns/raft.md", "requires: [majority-quorum,", "requires: [majority-quorun,",
                "majority-quorun", "error: requires: the catalog has no pattern 'majority-quorun'");
        plant("patterns/raft.md", "trait: needs-linearizable", "trait: needs-linearisable",
                "needs-linearisable", "error: no trait is called 'needs-linearisable'");
        plant("patterns/raft.md", "](pattern:leader-lease)", "](pattern:leader-leese)",
                "pattern:leader-leese", "error: the text: the catalog has no pattern 'leader-leese'");
        plant("patterns/raft.md", "  - pattern: zab\n", "  - pattern: multi-paxos\n",
                "multi-paxos\n    question: Is ZooKeeper", "error: alternatives: 'multi-paxos' is named twice");
        plant("patterns/swim.md", "requires: []", "requires: [paxos]", "", "");
        plant("patterns/swim.md", "excludes: []", "excludes: [paxos]",
                "paxos]\ncomposes", "error: excludes: 'paxos' does not exclude 'swim'");
        expect("patterns/swim.md", "paxos]\ncomposes", "error: excludes: 'paxos' is needed or combined with as well");
        plant("technologies/etcd.md", "{key: durability.flush,", "{key: durability.flash,",
                "durability.flash", "error: defaults: no key 'durability.flash'");
        plant("technologies/etcd.md", "  model: strict-serializable", "  model: strictly-serializable",
                "strictly-serializable", "error: consistency: no model 'strictly-serializable'");
        plant("incidents/github-2018-10.md", "patterns: [", "patterns: [swim, ",
                "swim,", "error: patterns: 'swim' does not name the incident 'github-2018-10'");
        plant("glossary.yaml", "see: pattern:cap-theorem", "see: pattern:cap-theory",
                "pattern:cap-theory", "error: the text: the catalog has no pattern 'cap-theory'");
        plant("consistency-models.yaml", "implies: [strong-session-serializable,", "implies: [stronger,",
                "[stronger", "error: strict-serializable implies 'stronger', which is no model");
        plant("checklist.yaml", "rules: [", "rules: [no-such-rule, ",
                "no-such-rule", "error: S1.1: the catalog has no rule 'no-such-rule'");
        assertTold();
    }

    @Test
    void missingPartsAreTold() {
        plant("patterns/golden-signals.md", "\nalternatives:\n", "\nalternative:\n",
                "name: Golden", "error: lacks 'alternatives'");
        expect("patterns/golden-signals.md", "alternative:\n", "error: unknown field 'alternative'");
        plant("patterns/heartbeat.md", "\ncomposes: [", "\ncomposes: []\n# [", "[]\n# [",
                "error: 'composes' is an empty list; expected a list of at least 1, each once");
        plant("patterns/tcc.md", "```mermaid", "```text", "---\nname", "error: the text has no diagram");
        plant("patterns/bulkhead.md", "## How it works", "## In short", "---\nname", "error: the text does not say how it works");
        plant("patterns/bulkhead.md", "stops with it.", "stops with it. Then nothing works.",
                "One slow dependency, one tenant", "error: 'problem' is more than one sentence");
        plant("technologies/etcd.md", "unavailable for writes otherwise.", "unavailable for writes otherwise",
                "Key-value store replicated", "error: 'summary' does not end as a sentence");
        String zab = files.get("patterns/zab.md");
        int body = zab.indexOf("\n---\n", 4) + 5;
        files.put("patterns/zab.md", zab.substring(0, body)
                + "## How it works\n\nBriefly.\n\n```mermaid\nflowchart LR\n  a --> b\n```\n");
        expect("patterns/zab.md", "---\nname", "warning: the text has 5 words");
        assertTold();
    }

    @Test
    void sourcesThatCannotBeFoundAreTold() {
        plant("patterns/swim.md", "doi: 10.1109/DSN.2002.1028914", "doi: 10.1109/DSN.2002.1028914.",
                "10.1109/DSN", "error: '10.1109/DSN.2002.1028914.' is no DOI");
        plant("patterns/swim.md", "https://github.com/hashicorp/memberlist",
                "https://github.com/hashicorp/memberlist?utm_source=x",
                "https://github.com/hashicorp", "error: 'https://github.com/hashicorp/memberlist?utm_source=x' tells who follows it");
        plant("patterns/swim.md", "https://arxiv.org/abs/1707.00788", "https://arxiv.org/pdf/1707.00788",
                "https://arxiv", "error: 'https://arxiv.org/pdf/1707.00788' is not how arXiv is cited");
        plant("patterns/raft.md", "https://etcd.io/docs/v3.5/tuning/", "http://etcd.io/docs/v3.5/tuning/",
                "http://etcd", "error: 'http://etcd.io/docs/v3.5/tuning/' is not https");
        plant("patterns/raft.md", "https://jepsen.io/analyses/nats-2.12.1", "https://doi.org/10.1145/359545.359563",
                "https://doi", "error: 'https://doi.org/10.1145/359545.359563' is the address of a DOI");
        plant("patterns/raft.md", "    url: https://github.com/ongardie/dissertation\n", "", "", "");
        plant("patterns/raft.md", "    venue: PhD dissertation, Stanford University\n", "",
                "ongaro-diss", "error: the source 'Consensus: Bridging Theory and Practice' cannot be found");
        plant("patterns/raft.md", "  - id: jepsen-nats", "  - id: ongaro-2014",
                "ongaro-2014\n    authors: Jepsen", "error: the source 'ongaro-2014' is there twice");
        plant("patterns/raft.md", "    source: etcd-tuning", "    source: etcd-turning",
                "etcd-turning", "error: cites 'etcd-turning', which is not among its references");
        plant("technologies/etcd.md", "  source: api-guarantees\npacelc", "pacelc",
                "default: strict", "error: consistency: names no source");
        plant("technologies/debezium.md", "\ndefaults:\n", "\ndefaults:\n  - {key: replicas, value: 3, versions: all}\n",
                "{key: replicas", "error: defaults[0]: lacks 'source'");
        assertTold();
    }

    @Test
    void descriptionsInPlaceOfTracesAreTold() {
        plant("anti-patterns/dual-write.md", "value: KafkaTemplate}", "value: a send inside a transaction}",
                "a send inside", "error: 'a send inside a transaction' is no trace of the kind class");
        plant("patterns/raft.md", "{kind: go, value: github.com/hashicorp/raft}", "{kind: go, value: some library}",
                "some library", "error: 'some library' is no trace of the kind go");
        assertTold();
    }

    @Test
    void namesForTwoThingsAreTold() {
        plant("patterns/tcc.md", "aliases: [", "aliases: [raft-consensus, ",
                "[raft-consensus", "error: 'raft-consensus', a name of the pattern 'tcc', is one of the pattern 'raft' too");
        plant("technologies/etcd.md", "aliases: [etcd3]", "aliases: [bulkhead]",
                "[bulkhead]", "error: 'bulkhead', a name of the technology 'etcd', is one of the pattern 'bulkhead' too");
        expect("glossary.yaml", "id: bulkhead",
                "error: 'Bulkhead', a name of the term 'bulkhead', is one of the technology 'etcd' too");
        plant("glossary.yaml", "everyday: [Cell]", "everyday: [Sell]", "[Sell]",
                "error: cell: everyday: 'Sell' is none of its names");
        assertTold();
    }

    @Test
    void patternToWhichNothingLeadsIsTold() {
        files.put("patterns/lonely.md", files.get("patterns/zab.md")
                .replaceFirst("name: .*", "name: Lonely")
                .replaceFirst("aliases: .*", "aliases: [alone]"));
        expect("patterns/lonely.md", "---\nname", "error: no rule, technology or concern refers to the pattern 'lonely'");
        expect("patterns/lonely.md", "---\nname", "error: no other page links to the pattern 'lonely'");
        assertTold();
    }

    @Test
    void wrongSpellingsAreToldInProseAndInFieldsButNotInCode() {
        plant("patterns/raft.md", "Time is divided into terms,", "After a Fail-over time is divided into terms,",
                "Fail-over", "error: 'Fail-over' is not how the glossary spells it");
        plant("patterns/swim.md", "problem: ", "problem: Unlike fail-over, ",
                "Unlike fail-over", "error: 'fail-over' is not how the glossary spells it");
        plant("patterns/tcc.md", "## How it works\n", "## How it works\n\nThe setting `fail-over` is quoted.\n", "", "");
        assertTold();
    }

    @Test
    void parametersThatNobodyComputesAreTold() {
        plant("patterns/raft.md", "    calculator: majority\n    result: quorum\n", "",
                "majority = floor", "error: voters: the formula names no calculator");
        plant("patterns/raft.md", "    result: timeout-over-broadcast", "    result: timeout",
                "timeout\n    safe", "error: election timing: election-timing computes no 'timeout'");
        plant("patterns/zab.md", "    calculator: majority\n", "    calculator: minority\n",
                "minority\n    result", "error: voting servers: no calculator 'minority'");
        plant("patterns/swim.md", "  - name: expected first detection\n", "  - name: protocol period\n",
                "protocol period\n    rule: \"Independent", "error: the parameter 'protocol period' is there twice");
        assertTold();
    }

    @Test
    void rulesWithoutPagesAndPagesWithoutRulesAreTold() {
        files.put("rules/invented.md", files.get("rules/poison-message.md").replaceFirst("title: .*", "title: Invented")
                .replaceFirst("checklist: \\[", "checklist: [S1.6, "));
        expect("rules/invented.md", "---\ntitle", "error: no class answers to the rule 'invented'");
        expect("rules/invented.md", "S1.6", "error: checklist: no item 'S1.6'");
        assertTold(List.of("unwritten"), List.of("catalog/rules/unwritten.md: error: the rule 'unwritten' has no page"));
    }

    /** Replaces a text of a file; the fault is told where {@code at} then stands. */
    private void plant(String file, String from, String to, String at, String problem) {
        String text = files.get(file);
        assertTrue(text.contains(from), file + " no longer holds: " + from);
        int place = text.indexOf(from);
        files.put(file, text.substring(0, place) + to + text.substring(place + from.length()));
        if (!problem.isEmpty()) {
            expect(file, at, problem);
        }
    }

    private void expect(String file, String at, String problem) {
        expected.add(file + "\n" + at + "\n" + problem);
    }

    private void assertTold() {
        assertTold(List.of(), List.of());
    }

    private void assertTold(List<String> moreRules, List<String> more) {
        List<String> lines = Stream.concat(expected.stream().map(this::line), more.stream()).sorted().toList();
        assertEquals(String.join("\n", lines), String.join("\n", told(moreRules).stream().sorted().toList()));
    }

    /** Places are found when all faults are planted, since one may move another. */
    private String line(String expectation) {
        int first = expectation.indexOf('\n');
        int last = expectation.lastIndexOf('\n');
        String file = expectation.substring(0, first);
        int at = files.get(file).indexOf(expectation.substring(first + 1, last));
        assertTrue(at >= 0, expectation);
        String before = files.get(file).substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "catalog/" + file + ":" + line + ":" + (at - before.lastIndexOf('\n')) + ": " + expectation.substring(last + 1);
    }

    private List<String> told(List<String> moreRules) {
        Map<String, byte[]> layer = new TreeMap<>();
        files.forEach((path, text) -> layer.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Problems problems = new Problems();
        Catalog catalog = CatalogReader.read(List.of(layer), new Schemas(), problems, true);
        TreeSet<String> rules = new TreeSet<>(catalog.rules().keySet());
        rules.remove("invented");
        rules.addAll(moreRules);
        CatalogCheck.check(catalog, rules, TraitNames.all(), Places.of(List.of(layer)), problems);
        return problems.all().stream().map(problem -> problem.toString().lines().findFirst().orElse("")).toList();
    }
}
