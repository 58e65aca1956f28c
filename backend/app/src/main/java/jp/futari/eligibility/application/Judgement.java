package jp.futari.eligibility.application;

import jp.futari.eligibility.model.Acquisition;
import jp.futari.eligibility.model.NotificationDeadlines.Deadline;
import jp.futari.eligibility.model.RequiredPapers.Papers;
import jp.futari.eligibility.model.RetroactiveConsequence;

/** 届出の判断: what the rules say of a notice: from which day, by when it was due, which papers, how far back it reaches. */
record Judgement(Acquisition acquisition, Deadline deadline, Papers papers, RetroactiveConsequence consequence) {
}
