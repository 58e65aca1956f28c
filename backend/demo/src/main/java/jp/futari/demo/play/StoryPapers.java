package jp.futari.demo.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.futari.demo.PrivateFile;
import jp.futari.demo.city.EnrolmentStory;
import jp.futari.demo.city.EnrolmentStory.Reach;
import jp.futari.demo.launch.Welcome;
import jp.futari.demo.papers.PaperForms;

/** 紙の原本: draws what the resident brings. It lies outside the application; a copy is handed in at the counter. */
final class StoryPapers {

    private final PaperForms forms = new PaperForms();
    private final Path folder;

    StoryPapers(Path folder) {
        this.folder = folder;
    }

    /** @return the files by template, as they were laid into the folder */
    Map<String, byte[]> lay(EnrolmentStory story) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var template : story.papers()) {
            var file = forms.draw(template, story.values(), PaperForms.Numbers.WRITTEN);
            write("%02d-%s.pdf".formatted(story.no(), template), file);
            files.put(template, file);
        }
        return files;
    }

    /** 目録: which papers lie here and how far each case is. What can be entered comes first. */
    void list(List<EnrolmentStory> stories, Map<Integer, String> caseNos) {
        var text = new StringBuilder("""
                紙の原本の目録（登場する人はすべて架空です。個人番号は届の紙にあります）

                まだ受け付けていない届：「受付をはじめる」で案件を作り、紙を見て入力します
                """);
        append(text, stories, caseNos, story -> story.reach() == Reach.NOT_STARTED);
        text.append("\n受け付けたが、まだ入力していない届：受信箱から引き受けて、紙を見て入力します\n");
        append(text, stories, caseNos, story -> story.reach() == Reach.WAITING_FOR_ENTRY);
        text.append("\nそのほか：確認・審査などの途中か、終わったもの\n");
        append(text, stories, caseNos, story -> story.reach() != Reach.NOT_STARTED && story.reach() != Reach.WAITING_FOR_ENTRY);
        write(Welcome.PAPERS_INDEX, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, List<EnrolmentStory> stories, Map<Integer, String> caseNos, Predicate<EnrolmentStory> wanted) {
        stories.stream().filter(wanted).forEach(story -> text.append("  %02d-*.pdf  %-14s %s%n".formatted(story.no(), caseNos.getOrDefault(story.no(), ""), story.tale())));
    }

    private void write(String name, byte[] content) {
        try {
            PrivateFile.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
