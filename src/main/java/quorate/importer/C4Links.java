package quorate.importer;

import java.util.Optional;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;

/** What the words of a relationship of a C4 model say of the link that it stands for. */
final class C4Links {

    private static final Pattern MESSAGES = Pattern.compile(
            "(?i).*\\b(amqp|kafka|mqtt|stomp|jms|async\\w*|events?|messages?|messaging)\\b.*");
    private static final Pattern BOTH_WAYS = Pattern.compile("(?i).*(\\basync\\w*\\W.*\\bsync|\\bsync\\w*\\W.*\\basync).*");
    private static final Pattern CONSUMES = Pattern.compile(
            "(?i).*\\b(consum\\w+|subscrib\\w+|receiv\\w+|listens?|reads?|polls?)\\b.*");
    private static final Pattern PUBLISHES = Pattern.compile(
            "(?i).*\\b(publish\\w*|sends?|emits?|produc\\w+|writes?|enqueues?)\\b.*");
    private static final Pattern REPLICATES = Pattern.compile("(?i).*\\breplicat\\w+.*");
    private static final Pattern DELIVERS = Pattern.compile("(?i).*\\b(delivers?|serves?|downloads?)\\b.*");
    private static final Pattern PASSIVE = Pattern.compile("(?i).*\\bfrom\\b.*");

    private C4Links() {}

    /** What runs on the devices of users needs the server that delivers it once, at its start. */
    static Link loaded(C4Model.Relation relation, Entity client, Entity server) {
        Facts facts = Facts.at(relation.at())
                .set(Keys.NEED, Fact.of(Words.Need.STARTUP, Origin.detected(relation.at(), "it is delivered from there")))
                .build();
        return new Link(Link.idOf(client.id(), server.id()), client.id(), server.id(), facts, relation.at());
    }

    /** A call or a message, by what the relationship says of itself and of its ends. */
    static Link link(C4Model.Relation relation, Entity from, Entity to) {
        Origin written = Origin.imported(relation.at(), "");
        Facts.Builder facts = Facts.at(relation.at());
        if (!relation.description().isBlank()) {
            facts.set(Keys.NAME, Fact.of(relation.description(), written));
        }
        if (!relation.technology().isBlank()) {
            facts.set(Keys.PROTOCOL, Fact.of(relation.technology(), written));
        }
        boolean channel = from.kind() == Kind.CHANNEL || to.kind() == Kind.CHANNEL;
        boolean async = relation.async() || channel || MESSAGES.matcher(relation.technology()).matches();
        String why = async ? asynchronous(relation, channel) : "a relationship that nothing marks as asynchronous";
        Words.LinkMode mode = async ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
        if (channel || !BOTH_WAYS.matcher(relation.technology()).matches()) { // else some calls wait and some do not
            facts.set(Keys.MODE, Fact.of(mode, Origin.detected(relation.at(), why)));
        }
        if (to.kind() == Kind.CHANNEL) {
            Origin words = Origin.detected(relation.at(), "by its words");
            purpose(relation.description()).ifPresent(p -> facts.set(Keys.LINK_PURPOSE, Fact.of(p, words)));
        }
        return new Link(Link.idOf(from.id(), to.id()), from.id(), to.id(), facts.build(), relation.at());
    }

    static boolean delivers(C4Model.Relation relation) {
        return DELIVERS.matcher(relation.description()).matches();
    }

    static boolean replicates(String description) {
        return REPLICATES.matcher(description).matches();
    }

    private static String asynchronous(C4Model.Relation relation, boolean channel) {
        return channel ? "an end is a channel" : relation.async() ? "tagged asynchronous" : "protocol " + relation.technology();
    }

    /** Of a relationship to a channel; words that fit both say nothing. */
    private static Optional<Words.Purpose> purpose(String description) {
        boolean consumes = CONSUMES.matcher(description).matches() || PASSIVE.matcher(description).matches();
        boolean publishes = PUBLISHES.matcher(description).matches();
        return consumes == publishes ? Optional.empty() : Optional.of(consumes ? Words.Purpose.CONSUME : Words.Purpose.PUBLISH);
    }
}
