package jp.futari.demo.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.futari.demo.Roster;
import jp.futari.demo.StaffEntry;

/** 体験できる話: an account and what it can try. */
record Story(StaffEntry staff, String tale) {

    private record Scene(String role, String tale) {
    }

    private static final List<Scene> SCENES = List.of(
            new Scene("counter-clerk", "窓口：届出を受け付けて入力する。自分が入力したものを確認しようとすると断られる"),
            new Scene("counter-clerk", "窓口：上の人が入力した届出を、原本と見比べて確認する"),
            new Scene("eligibility-clerk", "資格：届出を審査する"),
            new Scene("section-chief", "係長：資格の取得を決定する"),
            new Scene("manager", "課長：決定を確認する"),
            new Scene("compliance-reviewer", "点検：だれが何をしたかを読む"),
            new Scene("administrator", "管理：利用者の権限を二人で与える。案件は見えない"));

    /** A different person for each scene, in the order of the roster. */
    static List<Story> of(Roster roster) {
        var stories = new ArrayList<Story>();
        var taken = new HashSet<String>();
        for (var scene : SCENES) {
            roster.staff().stream().filter(entry -> isFree(entry, scene, taken)).findFirst().ifPresent(entry -> {
                taken.add(entry.username());
                stories.add(new Story(entry, scene.tale()));
            });
        }
        return stories;
    }

    private static boolean isFree(StaffEntry entry, Scene scene, Set<String> taken) {
        return entry.roles().contains(scene.role()) && !taken.contains(entry.username());
    }
}
