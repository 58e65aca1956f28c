package jp.futari.correspondence.papers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 用紙のひな形: the layouts this installation knows, from {@code templates/papers}. */
@Component
public class PaperTemplates {

    private static final List<String> IDS = List.of("acq-notice", "loss-cert", "identity");

    private final Map<String, IntakePaper> papers = IDS.stream().map(PaperTemplates::read).collect(Collectors.toMap(IntakePaper::id, Function.identity()));

    public Optional<IntakePaper> find(String id) {
        return Optional.ofNullable(id).map(papers::get);
    }

    public boolean knows(String id) {
        return papers.containsKey(id);
    }

    /** Where a field stands: its page and box. */
    public Optional<FieldPlace> box(String template, String key) {
        return find(template).flatMap(paper -> paper.pages().stream().filter(page -> page.boxes().containsKey(key)).findFirst()
                .map(page -> new FieldPlace(page.no(), page.boxes().get(key))));
    }

    private static IntakePaper read(String id) {
        try (InputStream in = PaperTemplates.class.getResourceAsStream("/templates/papers/" + id + ".json")) {
            return JsonMapper.builder().build().readValue(in, IntakePaper.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param page counted from 1 */
    public record FieldPlace(int page, Box box) {
    }
}
