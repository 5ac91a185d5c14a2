package quorate.derive.reliability;

import quorate.model.Subject;

/**
 * How much a part matters to a journey, with unknown facts at their worst.
 *
 * @param subject component, fault domain or link
 * @param events how many basic events it has: its instances, or itself
 * @param order of the smallest minimal cut set that has one of them; 0 if none up to order 3 does
 * @param birnbaum Birnbaum's measure of its most important event: the journey's unavailability with it certain, minus that
 *     without it; with unstated probabilities the structural one, all events taken as likely as not
 * @param structural whether it is the structural one
 * @param fussellVesely share of the journey's unavailability that goes when no event of the part occurs, (Q - Q0) / Q; NaN
 *     while a probability is not stated, or if the journey is always up
 */
public record Importance(
        Subject subject, int events, int order, double birnbaum, boolean structural, double fussellVesely) {}
