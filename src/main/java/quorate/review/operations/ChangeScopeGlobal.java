package quorate.review.operations;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.ChangeScope;
import quorate.model.Words.DomainKind;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A change reaches one part first, and the rest only when that part is well. */
final class ChangeScopeGlobal implements Rule.OfEntity {

    @Override
    public String id() {
        return "change-scope-global";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.CHANGE);
    }

    @Override
    public Outcome check(Entity change, Review.Input in) {
        Reasons reasons = Reasons.of(change, Keys.CHANGE_KIND, Keys.CHANGES, Keys.CHANGE_SCOPE, Keys.STAGES, Keys.BAKE_TIME,
                Keys.VALIDATION);
        if (change.get(Keys.CHANGE_SCOPE).isUnknown()) {
            return change.get(Keys.STAGES).is(n -> n >= 2)
                    ? reasons.holds()
                    : reasons.lacks(change, Keys.CHANGE_SCOPE, Keys.STAGES).unknown();
        }
        boolean global = change.get(Keys.CHANGE_SCOPE).is(ChangeScope.GLOBAL);
        if (change.get(Keys.STAGES).is(n -> n >= 2) || !(global || isAllThereIs(change, reasons, in))) {
            return reasons.holds();
        }
        if (!global && change.get(Keys.STAGES).isUnknown()) {
            return reasons.lacks(change, Keys.STAGES).unknown();
        }
        Calls calls = Calls.in(in);
        List<String> changed = change.get(Keys.CHANGES).or(List.of());
        boolean critical = changed.stream()
                .anyMatch(id -> calls.isEntry(id) || calls.component(id).filter(c -> Importance.of(c, in).critical()).isPresent());
        Severity severity = critical ? Severity.CRITICAL : Severity.HIGH;
        boolean checked = change.get(Keys.VALIDATION).isKnown();
        String what = change.get(Keys.CHANGE_KIND).map(Words::written).or("change").replace('-', ' ');
        String message = "One bad " + (what.equals("change") ? what : what + " change") + " takes "
                + (changed.isEmpty() ? "every service" : String.join(", ", changed.stream().map(calls::name).toList()))
                + " down everywhere at once: " + change.title() + " reaches all fault domains in one step";
        if (change.get(Keys.STAGES).isUnknown()) {
            return reasons.lacks(change, Keys.STAGES)
                    .presumed(severity.lowered(), message + ", and no stages are stated.");
        }
        return reasons.violated(checked ? severity.lowered() : severity,
                message + (checked ? ", though it is validated before."
                        : change.get(Keys.VALIDATION).statedNone() ? ", without stages and validation." : ", without stages."));
    }

    /** Whether everything stands in the one region, or the one zone, that the change reaches at a time. */
    private static boolean isAllThereIs(Entity change, Reasons reasons, Review.Input in) {
        if (change.get(Keys.CHANGE_SCOPE).is(ChangeScope.INSTANCE)) {
            return false;
        }
        DomainKind kind = change.get(Keys.CHANGE_SCOPE).is(ChangeScope.REGION) ? DomainKind.REGION : DomainKind.ZONE;
        Places places = Places.in(in);
        List<String> whole = change.get(Keys.CHANGES).or(List.of()).stream()
                .flatMap(id -> Calls.in(in).component(id).stream())
                .flatMap(component -> component.get(Keys.PLACEMENT).or(List.of()).stream())
                .flatMap(place -> places.around(place).stream())
                .distinct()
                .filter(domain -> places.isOfKind(domain, kind) && places.isWholeSystem(domain))
                .toList();
        whole.forEach(domain -> in.linked().architecture().find(Kind.FAULT_DOMAIN, domain)
                .ifPresent(one -> reasons.saw(one, Keys.DOMAIN_KIND)));
        return !whole.isEmpty();
    }
}
