package jp.futari.demo.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.futari.demo.Roster;
import jp.futari.demo.StaffEntry;

/**
 * 体験できる話: an account and what it can try.
 *
 * @param waiting the work that waits for this person when the first day is over; none for those who only read
 */
public record Story(StaffEntry staff, String tale, Optional<Work> waiting) {

    /** A step and the part in it: {@code do} or {@code check}. */
    public record Work(String stepKey, String duty) {
    }

    /** @param section whose inbox holds the work; a chief of another section would find nothing */
    private record Scene(String role, String section, Optional<Work> waiting, String tale) {

        Scene(String role, String section, String stepKey, String duty, String tale) {
            this(role, section, Optional.of(new Work(stepKey, duty)), tale);
        }

        boolean canBePlayedBy(StaffEntry entry) {
            return entry.roles().contains(role) && entry.section().equals(section);
        }
    }

    private static final List<Scene> SCENES = List.of(
            new Scene("counter-clerk", "counter", "receive-notification", "do", "窓口：届出を受け付けて入力する。自分が入力したものを確認しようとすると断られる"),
            new Scene("counter-clerk", "counter", "receive-notification", "check", "窓口：上の人が入力した届出を、原本と見比べて確認する"),
            new Scene("eligibility-clerk", "eligibility", "review-notification", "do", "資格：届出を審査する"),
            new Scene("section-chief", "eligibility", "decide-enrollment", "do", "係長：資格の取得を決定する"),
            new Scene("manager", "eligibility", "decide-enrollment", "check", "課長：係長の決定を確認する"),
            new Scene("compliance-reviewer", "compliance", Optional.empty(), "点検：案件を探して、だれが何をしたかを読む。入力も確認もできない"),
            new Scene("administrator", "administration", "approve-right", "do", "管理：申請された権限を承認する（別の管理者か課長が確認）。届出の案件は見えない"));

    /** A different person for each scene, in the order of the roster. */
    public static List<Story> of(Roster roster) {
        var stories = new ArrayList<Story>();
        var taken = new HashSet<String>();
        for (var scene : SCENES) {
            roster.staff().stream().filter(entry -> isFree(entry, scene, taken)).findFirst().ifPresent(entry -> {
                taken.add(entry.username());
                stories.add(new Story(entry, scene.tale(), scene.waiting()));
            });
        }
        return stories;
    }

    private static boolean isFree(StaffEntry entry, Scene scene, Set<String> taken) {
        return scene.canBePlayedBy(entry) && !taken.contains(entry.username());
    }
}
