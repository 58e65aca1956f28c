package jp.futari.eligibility.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.Person;
import jp.futari.addressee.Reading;
import jp.futari.casework.CaseDoor;
import jp.futari.casework.spi.CaseKind;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Component;

/** 個人番号の確認: the case that one row of the confirmation list opens (ACQ-17, ACQ-18). One row, one case at a time. */
@Component
class NumberConfirmationCase implements CaseKind {

    static final String KEY = "number-confirmation";
    static final String CONFIRMATION = "confirmation";

    private final ConfirmationList list;
    private final CaseDoor cases;
    private final Addressees addressees;

    NumberConfirmationCase(ConfirmationList list, CaseDoor cases, Addressees addressees) {
        this.list = list;
        this.cases = cases;
        this.addressees = addressees;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "個人番号の確認";
    }

    @Override
    public String processId() {
        return "NumberConfirmationProcess";
    }

    @Override
    public String numberLetter() {
        return "番";
    }

    @Override
    public String section() {
        return "eligibility";
    }

    @Override
    public Set<String> startedBy() {
        return Set.of("eligibility-clerk", "section-chief");
    }

    /** It starts from its row, never from the page of receptions. */
    @Override
    public boolean isReceived() {
        return false;
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public Opening open(OpeningRequest request) {
        UUID id = confirmation(request.params());
        list.keepForOne(id);
        var row = list.find(id).orElseThrow(() -> Refused.unprocessable("eligibility.confirmation.unknown"));
        if (row.settled() != null) {
            throw Refused.conflict("eligibility.confirmation.settled", null);
        }
        if (isRunning(row)) {
            throw Refused.conflict("eligibility.confirmation.being-settled", null);
        }
        request.params().retain(CONFIRMATION);
        request.params().put(CONFIRMATION, row.id().toString());   // one way to write it, or one row would be taken for two
        String name = addressees.find(row.addresseeNo(), Reading.because("open-case")).map(Person::name).orElse(null);
        return new Opening(label(), name, null, Set.of(row.addresseeNo()), null, null, Map.of());
    }

    private boolean isRunning(ConfirmationList.Row row) {
        return cases.running(KEY, Set.of(row.addresseeNo())).stream().anyMatch(open -> row.id().toString().equals(Texts.of(open.params(), CONFIRMATION)));
    }

    static UUID confirmation(ObjectNode params) {
        try {
            return UUID.fromString(Texts.orEmpty(Texts.of(params, CONFIRMATION)));
        } catch (IllegalArgumentException noId) {
            throw Refused.unprocessable("eligibility.confirmation.unknown");
        }
    }
}
