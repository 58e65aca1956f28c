package jp.futari.correspondence.typography;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Takes chance out of a PDF: its dates and its identifier come from the paper, not from the moment it was made. */
final class SameEveryTime {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private SameEveryTime() {
    }

    static void mark(PDDocument pdf, LocalDate madeOn, long number) throws IOException {
        Calendar day = GregorianCalendar.from(madeOn.atStartOfDay(JAPAN));
        pdf.getDocumentInformation().setCreationDate(day);
        pdf.getDocumentInformation().setModificationDate(day);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String dated = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*", "$1" + madeOn + "T00:00:00+09:00");
            pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
        }
        pdf.getDocument().getTrailer().removeItem(COSName.ID);
        pdf.setDocumentId(number);
    }
}
