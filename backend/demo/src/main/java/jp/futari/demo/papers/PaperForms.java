package jp.futari.demo.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.futari.correspondence.papers.IntakePaper;
import jp.futari.correspondence.papers.PaperTemplates;
import jp.futari.correspondence.typography.ShippedFonts;
import jp.futari.correspondence.typography.Typesetter;
import jp.futari.shared.jp.EraDate;

/**
 * 記入済みの用紙: draws a form of the layouts the product knows with values written in blue, as a PDF. Values are those of the entry form
 * ({@code persons.0.birthDate → 1980-03-01}), so that what is on the paper and what should be typed never part.
 */
public final class PaperForms {

    private final PaperTemplates templates = new PaperTemplates();
    private final Typesetter typesetter = new Typesetter(ShippedFonts.with(List.of()));

    /** Whether the paper shows the personal number: the original at the counter does, a copy for show does not. */
    public enum Numbers { WRITTEN, LEFT_OUT }

    /**
     * @param template {@code acq-notice}, {@code loss-cert} or {@code identity}
     * @param values   by field key; dates ISO, choices as codes, several choices separated by commas; a field without a value stays empty
     */
    public byte[] draw(String template, Map<String, String> values, Numbers numbers) {
        IntakePaper paper = templates.find(template).orElseThrow(() -> new IllegalArgumentException("no paper " + template));
        PaperSheet sheet = new PaperSheet();
        paper.pages().stream().filter(page -> page.no() == 1 || isWrittenOn(page, values)).forEach(page -> draw(page, values, numbers, sheet));
        return typesetter.set(sheet.document());
    }

    private static boolean isWrittenOn(IntakePaper.Page page, Map<String, String> values) {
        return page.boxes().keySet().stream().anyMatch(values::containsKey);
    }

    private static void draw(IntakePaper.Page page, Map<String, String> values, Numbers numbers, PaperSheet sheet) {
        sheet.page(page);
        page.texts().forEach(sheet::print);
        page.labels().forEach(sheet::head);
        page.boxes().forEach((key, box) -> {
            String field = key.substring(key.lastIndexOf('.') + 1);
            String value = values.getOrDefault(key, "");
            boolean isHidden = field.equals("personalNumber") && numbers == Numbers.LEFT_OUT;
            if (Choices.TICKED.containsKey(field)) {
                sheet.tick(box, ticks(field, value));
            } else {
                sheet.write(box, field, isHidden || value.isBlank() ? "" : written(field, value));
            }
        });
        if (page.no() == 1 && values.containsKey("notifiedOn")) {
            sheet.received(LocalDate.parse(values.get("notifiedOn")));
        }
    }

    private static String ticks(String field, String code) {
        return Choices.TICKED.get(field).entrySet().stream().map(choice -> (choice.getKey().equals(code) ? "■" : "□") + choice.getValue())
                .collect(Collectors.joining("　"));
    }

    private static String written(String field, String value) {
        if (Choices.WRITTEN.containsKey(field)) {
            return Choices.written(field, value);
        }
        return switch (field) {
            case "personalNumber" -> value.replaceAll("(\\d{4})(?=\\d)", "$1 ");
            case "postalCode" -> "〒 " + value.replaceAll("^(\\d{3})-?(\\d{4})$", "$1-$2");
            default -> value.matches("\\d{4}-\\d{2}-\\d{2}") ? spaced(EraDate.written(LocalDate.parse(value))) : value;
        };
    }

    /** 令和 8 年 11 月 1 日, as people write it. */
    private static String spaced(String date) {
        return date.replaceAll("([年月])", " $1 ").replaceAll("(\\d)日", "$1 日").replaceAll("(令和|平成|昭和|大正|明治)", "$1 ");
    }
}
