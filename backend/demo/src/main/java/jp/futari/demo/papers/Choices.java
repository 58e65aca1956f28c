package jp.futari.demo.papers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The printed choices of the forms, in their printed order: code → word. */
final class Choices {

    /** Printed beside boxes to tick. */
    static final Map<String, Map<String, String>> TICKED = Map.of(
            "notificationKind", words("into-prefecture 県外からの転入", "exclusion-ended ほかの保険をやめた・出生など", "inside-prefecture 県内からの転入"),
            "reason", words("left-employer-insurance 社保離脱", "left-dependant 扶養から外れた", "left-society 国保組合離脱", "birth 出生", "assistance-ended 生保廃止",
                    "moved-in 転入", "late-stage-withdrawn 後期離脱", "residence-status 在留資格の変更", "other その他"),
            "notifier", words("head 世帯主", "person 本人", "agent 代理人"),
            "identityCheck", words("my-number-card 個人番号カード", "photo-one 写真つき 1点", "no-photo-two 写真なし 2点"));

    /** Written by hand in full or in short. */
    static final Map<String, Map<String, String>> WRITTEN = Map.of(
            "sex", words("male 男", "female 女"),
            "mynaInsurance", words("yes あり", "no なし"),
            "agentAuthority", words("letter 委任状", "same-household 同じ世帯", "legal 法定代理人"),
            "documents", words("loss-certificate 資格喪失証明書", "dependant-loss 扶養喪失の書類", "mother-child-handbook 母子健康手帳",
                    "assistance-end-notice 保護廃止決定通知書", "residence-card 在留カード", "designation 指定書", "specific-household 特定同一世帯の証明書",
                    "letter-of-attorney 委任状", "number-document 番号確認の書類"));

    private Choices() {
    }

    private static Map<String, String> words(String... pairs) {
        return Arrays.stream(pairs).map(pair -> pair.split(" ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one, LinkedHashMap::new));
    }

    /** Codes separated by commas, as words; a word that is no code stays as it is. */
    static String written(String field, String codes) {
        Map<String, String> words = WRITTEN.get(field);
        return Arrays.stream(codes.split(",")).map(String::strip).map(code -> words.getOrDefault(code, code)).collect(Collectors.joining("、"));
    }
}
