package jp.futari.demo.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.futari.demo.PrivateFile;
import jp.futari.demo.city.EnrolmentStory;
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
        try {
            for (var template : story.papers()) {
                var file = forms.draw(template, story.values(), PaperForms.Numbers.WRITTEN);
                PrivateFile.write(folder.resolve("%02d-%s.pdf".formatted(story.no(), template)), file);
                files.put(template, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
