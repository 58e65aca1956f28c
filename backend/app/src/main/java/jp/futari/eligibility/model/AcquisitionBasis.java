package jp.futari.eligibility.model;

/** 取得の根拠: notice, reason, article and case that began a period. */
public record AcquisitionBasis(String noticeKind, String reason, String article, String caseNo) {
}
