package jp.futari.demo.city;

import java.util.List;
import java.util.Map;

/**
 * 資格取得の1件の話: who comes, why, with which papers, and how far the case shall have got when the newcomer sits down.
 *
 * @param no     1 to 40
 * @param tale   one Japanese sentence for the list of stories
 * @param reach  the state to play the case to
 * @param trap   what the two people should notice
 * @param papers templates of the papers brought along ({@code acq-notice} first)
 * @param values what is written on them, by field key of {@code eligibility/ReceiveNotification}; personal numbers too, so keep them outside the application
 */
public record EnrolmentStory(int no, String tale, Reach reach, Trap trap, CityHousehold household, List<CityPerson> persons, List<String> papers, Map<String, String> values) {

    /** どこまで進んでいるか. */
    public enum Reach {
        NOT_STARTED("紙だけがある"), WAITING_FOR_ENTRY("受付・入力を待つ"), DRAFTED("入力の途中"), WAITING_FOR_CHECK("受付の確認を待つ"), RETURNED("差し戻された"), ON_HOLD("保留"), STORING("紙の保管を待つ"),
        REVIEWING("審査を待つ"), REVIEW_CHECK("審査の確認を待つ"), DECIDING("決定を待つ"), DECISION_CHECK("決定の確認を待つ"), HANDING_OVER("交付を待つ"), SPOILED("刷り損じの始末を待つ"), DISPATCHED("交付が済んだ"),
        REFUSED("認めないと決まった"), WITHDRAWN("取り下げられた");

        private final String label;

        Reach(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 気づくべきこと. */
    public enum Trap { NONE, NUMBER_OF_FAMILY_MEMBER, NUMBER_LEFT_BLANK, LATE_NOTICE, NAME_IN_VARIANT, PROTECTED_PERSON }

    /** Holds numbers: names itself alone. */
    @Override
    public String toString() {
        return "EnrolmentStory[" + no + "]";
    }
}
