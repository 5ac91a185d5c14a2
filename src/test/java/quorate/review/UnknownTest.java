package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.derive.Deriver;
import quorate.link.Linked;
import quorate.testing.Models;

/** Which unknown facts are worth asking for first. */
class UnknownTest {

    private static final String SHOP = """
            services:
              web: {type: gateway, replicas: 2, criticality: critical}
              cart: {replicas: 2, criticality: critical}
            stores:
              carts: {type: database, replicas: 3}
            data:
              cart: {stores: [carts], no-loss: true}
            journeys:
              shop: {entry: web, uses: [{link: web -> cart}, {link: cart -> carts}]}
            links:
              - {from: web, to: cart, mode: sync, purpose: call}
              - {from: cart, to: carts, mode: sync, purpose: write, need: hard}
            """;

    @Test
    void theWeightiestComesFirstAndSaysWhy() {
        List<Unknown> ranked = ranked(SHOP);
        for (int i = 1; i < ranked.size(); i++) {
            assertTrue(ranked.get(i - 1).weight() >= ranked.get(i).weight());
        }
        Unknown need = find(ranked, "links.web -> cart.need");
        assertTrue(need.cells() > 0, need.words());
        assertTrue(need.words().contains("could settle " + need.cells() + " result"), need.words());
        Unknown flush = find(ranked, "stores.carts.durability.flush");
        assertTrue(flush.raises().stream().anyMatch(f -> f.rule().id().equals("durability-below-domain")), flush.words());
        assertTrue(flush.words().contains("could raise 1 finding (high)"), flush.words());
    }

    @Test
    void whatIsStatedIsAskedNoMore() {
        String path = "links.web -> cart.need";
        int before = find(ranked(SHOP), path).weight();
        List<Unknown> after = ranked(SHOP.replace("to: cart, mode: sync", "to: cart, need: hard, mode: sync"));
        assertTrue(before > 0);
        assertTrue(after.stream().noneMatch(unknown -> unknown.fact().path().equals(path)), after.toString());
    }

    @Test
    void whatTheFiguresOfLeasesLackIsAskedToo() {
        String lock = """
                stores: {etcd: {technology: etcd, replicas: 3, voters: 3}}
                coordination: {batch: {purpose: lock, built-on: etcd, lease: 10s}}
                """;
        Unknown renewal = find(ranked(lock), "coordination.batch.renewal");
        assertTrue(renewal.figures() > 0, renewal.words());
        assertTrue(renewal.words().contains("of quorums, leases and clocks"), renewal.words());
        assertTrue(renewal.weight() >= renewal.figures());
        List<Unknown> known = ranked(lock.replace("lease: 10s", "lease: 10s, renewal: 2s"));
        assertTrue(known.stream().noneMatch(unknown -> unknown.fact().path().endsWith(".renewal")), known.toString());
    }

    @Test
    void nothingIsAskedWhereNothingIsUnknown() {
        assertEquals(List.of(), ranked("services:\n  web: {replicas: 2}\n").stream()
                .filter(unknown -> unknown.weight() == 0)
                .toList());
    }

    private static Unknown find(List<Unknown> ranked, String path) {
        return ranked.stream()
                .filter(unknown -> unknown.fact().path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ranked.stream().map(u -> u.fact().path() + " " + u.words()).toList()));
    }

    private static List<Unknown> ranked(String yaml) {
        Linked linked = Models.linked(yaml);
        return Unknown.ranked(new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 6, 1))
                .review(linked, Deriver.derive(linked)));
    }
}
