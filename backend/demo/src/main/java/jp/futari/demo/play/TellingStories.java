package jp.futari.demo.play;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.futari.demo.city.EnrolmentStory;
import jp.futari.demo.city.EnrolmentStory.Reach;

/** 第四章・四十の話: every notice as far as its story goes; what cannot be played is said in one line and left where it stopped. */
final class TellingStories {

    private final Colleagues colleagues;
    private final Cast cast;
    private final StoryPapers papers;
    private final Consumer<String> progress;
    private final Map<Integer, String> caseNos = new HashMap<>();

    TellingStories(Colleagues colleagues, Cast cast, Path folder, Consumer<String> progress) {
        this.colleagues = colleagues;
        this.cast = cast;
        this.papers = new StoryPapers(folder);
        this.progress = progress;
    }

    /** @return how many stories went as far as they should */
    int play(List<EnrolmentStory> stories) {
        var told = 0;
        for (var story : stories) {
            told += tell(story) ? 1 : 0;
            if (story.no() % 10 == 0) {
                progress.accept("資格取得の話 " + story.no() + "件めまで");
            }
        }
        papers.list(stories, caseNos);
        progress.accept("資格取得の話を" + told + "件演じた（紙の原本は .futari/papers/ にある）");
        return told;
    }

    private boolean tell(EnrolmentStory story) {
        var files = papers.lay(story);
        if (story.reach() == Reach.NOT_STARTED) {
            return true;
        }
        try {
            caseNos.put(story.no(), new StoryPlay(colleagues, cast, story, files).play());
            return true;
        } catch (Refusal | IllegalStateException | UncheckedIOException stopped) {
            progress.accept("話" + story.no() + "（" + story.reach().label() + "）は途中まで: " + stopped.getMessage());
            return false;
        }
    }
}
