package jp.futari.modelchecker;

import java.util.List;

import jp.futari.modelchecker.Happening.What;

/** 効果: judges one effect at the moment it happens. Is its approval valid, not overtaken by a timer, not used up? */
final class EffectRule {

    /** What has happened on the way to a situation, oldest first. */
    interface History {
        List<Happening> of(Situation situation);
    }

    private final History history;
    private final TokenGame.Complaints complaints;

    EffectRule(History history, TokenGame.Complaints complaints) {
        this.history = history;
        this.complaints = complaints;
    }

    Situation apply(Situation situation, Token token) {
        var place = token.place();
        var key = place.node().marks().get(Marks.APPROVED_BY, "");
        var owner = owner(place.path(), key);
        if (owner == null) {
            if (!key.isEmpty()) {
                complain(situation, place, 3, "approvedBy " + key + " names no step of this process or of a caller, and no approved start");
            }
            return situation;
        }
        var approval = new Approval(owner, key);
        judge(situation, token, approval);
        return situation.with(situation.ledger().using(new Use(place.node().effect(), approval, place)));
    }

    /** The nearest process, from here up to the root, that has such a step or such a start; null if there is none. */
    private static CallPath owner(CallPath path, String key) {
        for (var at = path; at != null; at = at.caller()) {
            if (at.process().hasStep(key) || key.equals(Approval.START) && at.process().startsFromApproval()) {
                return at;
            }
        }
        return null;
    }

    private void judge(Situation situation, Token token, Approval approval) {
        var effect = token.place().node().effect();
        var lapse = token.lapse();
        if (!situation.ledger().isValid(approval)) {
            var rule = isWithdrawnSince(situation, approval) ? 2 : lapse.aside() ? 4 : 3;
            complain(situation, token.place(), rule, "effect " + effect + " without a valid confirmation of " + approval.key());
        } else if (lapse.approvals().contains(approval)) {
            complain(situation, token.place(), 4, "a timer leads to effect " + effect + " with no confirmation of " + approval.key() + " after it");
        } else if (situation.ledger().hasUsed(effect, approval)) {
            complain(situation, token.place(), 3, "effect " + effect + " uses the approval of " + approval.key() + " a second time");
        }
    }

    private boolean isWithdrawnSince(Situation situation, Approval approval) {
        var withdrawn = false;
        for (var happening : history.of(situation)) {
            withdrawn = (withdrawn || happening.what() == What.WITHDRAWAL) && !approval.equals(happening.approval());
        }
        return withdrawn;
    }

    private void complain(Situation situation, Place place, int rule, String message) {
        complaints.about(Reached.from(situation), place, rule, message);
    }
}
