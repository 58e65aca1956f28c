package jp.futari.casework.application;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.casework.model.FormSchema.Field;
import jp.futari.casework.spi.CaseSources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a field stands on the source: {@code template:page:x,y,w,h} with the list's step from row to row ({@code dx,dy[;rows:shift]}). */
@Component
class Evidence {

    private final ObjectProvider<CaseSources> sources;

    Evidence(ObjectProvider<CaseSources> sources) {
        this.sources = sources;
    }

    List<CaseSources.Source> sources(UUID caseId) {
        return sources.stream().flatMap(s -> s.of(caseId).stream()).toList();
    }

    boolean takesPapersFrom(Set<String> roles) {
        return sources.stream().anyMatch(s -> s.mayBeAddedBy(roles));
    }

    Map<String, Object> of(List<CaseSources.Source> sources, Field field, Integer row) {
        return field.evidence() == null ? null : place(field, row == null ? 0 : row, sources);
    }

    /** One place for several fields: the smallest box of the page that holds them all. */
    Map<String, Object> around(List<CaseSources.Source> sources, List<CheckItemState> fields) {
        List<Map<String, Object>> places = fields.stream().map(f -> of(sources, f.field(), CheckItemViews.row(f.key()))).filter(p -> p != null && p.containsKey("box")).toList();
        if (places.isEmpty()) {
            return null;
        }
        Map<String, Object> around = new LinkedHashMap<>(places.get(0));
        around.put("box", places.stream().map(p -> (double[]) p.get("box")).reduce(Evidence::both).orElseThrow());
        return around;
    }

    private static double[] both(double[] a, double[] b) {
        double x = Math.min(a[0], b[0]);
        double y = Math.min(a[1], b[1]);
        return new double[] {x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y};
    }

    private static Map<String, Object> place(Field field, int row, List<CaseSources.Source> sources) {
        String[] parts = field.evidence().split(":");
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("template", parts[0]);
        if (parts.length < 3) {
            place.put("hand", parts.length > 1 ? parts[1] : "");
            return place;
        }
        double[] box = Arrays.stream(parts[2].split(",")).mapToDouble(Double::parseDouble).toArray();
        int page = Integer.parseInt(parts[1]);
        if (field.evidenceStep() != null && row > 0) {
            page += shift(box, field.evidenceStep(), row);
        }
        place.put("source", sources.stream().filter(s -> parts[0].equals(s.template())).map(CaseSources.Source::id).findFirst().orElse(null));
        place.put("page", page);
        place.put("box", box);
        return place;
    }

    /** Moves the box to its row; @return how many pages further the row stands */
    private static int shift(double[] box, String step, int row) {
        String[] parts = step.split(";");
        double[] delta = Arrays.stream(parts[0].split(",")).mapToDouble(Double::parseDouble).toArray();
        int perPage = parts.length > 1 ? Integer.parseInt(parts[1].split(":")[0]) : Integer.MAX_VALUE;
        double start = parts.length > 1 ? Double.parseDouble(parts[1].split(":")[1]) : 0;
        int pages = row / perPage;
        int inPage = row % perPage;
        box[0] += delta[0] * inPage;
        box[1] += delta[1] * inPage + (pages > 0 ? start : 0);
        return pages;
    }
}
