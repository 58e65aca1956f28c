package jp.futari.access;

import java.util.List;
import java.util.Set;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.FieldProblem;
import jp.futari.shared.OfficerId;

/** 権限の付与と終了: judged when it is requested, judged again when it is applied. The processes live above, in {@code compliance}. */
public interface RightChanges {

    /** @param acting everybody who takes part; none of them may change their own rights */
    List<FieldProblem> problems(RightChange change, List<OfficerId> acting);

    /** How many persons may rule on a change of rights today (AUTH-13), without those who take no part in the case. */
    int approversBesides(Set<OfficerId> shutOut);

    /** Creates or extends person, account and grant together. */
    void grant(ApprovedItem item);

    /** Ends the grant; with the last one, sign-in and terminal account too (AUTH-16), and open sessions at once. */
    void end(ApprovedItem item);
}
