package jp.futari.demo.launch;

import java.time.Duration;
import java.util.List;
import jp.futari.demo.Roster;
import jp.futari.demo.keycloak.DemoRealm;

/** 案内: what the newcomer reads when everything runs. */
public final class Welcome {

    /** Written by the first day beside the papers. */
    public static final String PAPERS_INDEX = "00-index.txt";

    private Welcome() {
    }

    static String text(String publicUrl, Roster roster, List<String> enrolmentLinks, Duration took) {
        var text = new StringBuilder();
        text.append("\n二人（Futari）が動いています（").append(took.toSeconds()).append(" 秒）\n\n");
        text.append("  画面            ").append(publicUrl).append('\n');
        text.append("  パスワード      ").append(DemoRealm.PASSWORD).append("（全員同じ。登場する職員と住民はすべて架空です）\n");
        enrolmentLinks.forEach(link -> text.append("  端末の登録      ").append(link).append("（このブラウザーで一度だけ開く）\n"));
        text.append("\n  利用者IDでできること\n");
        Story.of(roster).forEach(story -> text.append(String.format("    %-20s %s%n", story.staff().username(), story.tale())));
        text.append("\n  紙の原本        .futari/papers/（個人番号はここにだけある。どの紙を入力できるかは、その中の ").append(PAPERS_INDEX).append("）\n");
        return text.append("\n  Ctrl-C で終了します。データは .futari/ に残ります（作り直すには mvn -Pdemo -Dfutari.reset）。\n").toString();
    }
}
