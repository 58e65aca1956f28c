package jp.futari.eligibility.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.Comparison;
import jp.futari.mynumber.NumberFinding;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.RevealRecord;
import jp.futari.shared.ApprovedItem;

/** A vault that finds what a test tells it to find; a blank number of an unbound person is always found. */
final class EmptyVault implements NumberVault {

    final Map<String, NumberFinding> odd = new HashMap<>();
    final Set<String> bound = new HashSet<>();

    @Override
    public Set<NumberFinding> findings(CandidateId candidate, String addresseeNo, Set<String> householdMembers) {
        Set<NumberFinding> found = EnumSet.noneOf(NumberFinding.class);
        if (candidate == null) {
            found.add(NumberFinding.BLANK_NUMBER);
        } else if (odd.containsKey(addresseeNo)) {
            found.add(odd.get(addresseeNo));
        }
        return found;
    }

    @Override
    public boolean isBound(String addresseeNo) {
        return bound.contains(addresseeNo);
    }

    @Override
    public CandidateId candidate(char[] typed, CandidatePlace place, UUID session) {
        throw new UnsupportedOperationException("the steps of this room never type numbers");
    }

    @Override
    public Comparison match(CandidateId entered, CandidateId typed, UUID session) {
        throw new UnsupportedOperationException("the steps of this room never compare numbers");
    }

    @Override
    public Optional<String> holder(CandidateId candidate, UUID caseId) {
        return Optional.empty();
    }

    @Override
    public void bind(ApprovedItem item, CandidateId candidate, String addresseeNo, LocalDate since, boolean endsFormer) {
        throw new UnsupportedOperationException("binding is an effect, not a step");
    }

    @Override
    public List<RevealRecord> reveals(UUID caseId) {
        return List.of();
    }
}
