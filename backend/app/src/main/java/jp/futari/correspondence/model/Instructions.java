package jp.futari.correspondence.model;

import java.util.List;

/**
 * 教示 (行政不服審査法82条, 行政事件訴訟法46条): to whom one may object, by when, and against whom one may sue. The body and the months are the
 * office's data, because they differ between 保険料 and 保険税 (law.md 0-1).
 */
final class Instructions {

    private Instructions() {
    }

    static List<String> of(Letterhead letterhead) {
        return List.of(
                "この決定に不服があるときは、この決定があったことを知った日の翌日から起算して%dか月以内に、%sに対して審査請求をすることができます。"
                        .formatted(letterhead.appealMonths(), letterhead.appealBody()),
                "この決定の取消しの訴えは、審査請求に対する裁決があったことを知った日の翌日から起算して%dか月以内に、%sを被告として（訴訟において%sを代表する者は%sとなります。）、提起することができます。"
                        .formatted(letterhead.lawsuitMonths(), letterhead.city(), letterhead.city(), letterhead.issuer()),
                "この決定の取消しの訴えは、審査請求に対する裁決を経た後でなければ提起することができません。ただし、審査請求があった日から3か月を経過しても裁決がないとき、この決定による著しい損害を避けるため緊急の必要があるとき、そのほか裁決を経ないことについて正当な理由があるときは、裁決を経ないでも提起することができます。",
                "この決定があった日の翌日から起算して1年を経過したときは審査請求をすることが、裁決があった日の翌日から起算して1年を経過したときは取消しの訴えを提起することが、正当な理由がある場合を除き、できなくなります。");
    }
}
