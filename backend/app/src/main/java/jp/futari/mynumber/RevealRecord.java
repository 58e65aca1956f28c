package jp.futari.mynumber;

import java.time.Instant;
import jp.futari.shared.OfficerId;

/** 表示の記録: who saw a number, where, when and for which listed purpose. The number is not in it. */
public record RevealRecord(String purpose, String label, String stepKey, String field, OfficerId officer, Instant at) {
}
