package jp.futari.correspondence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import jp.futari.Requirement;
import jp.futari.audit.AuditEvent;
import jp.futari.casework.CaseDoor;
import jp.futari.correspondence.application.KeepingPapers;
import jp.futari.correspondence.application.KeepingPapers.HandMask;
import jp.futari.correspondence.application.KeepingPapers.Upload;
import jp.futari.correspondence.papers.Box;
import jp.futari.correspondence.papers.PageImage;
import jp.futari.correspondence.papers.PaperTemplates;
import jp.futari.correspondence.persistence.Document;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeepingPapersTest {

    private static final int INK = 0xff1d2f8a;
    private static CorrespondenceRoom room;
    private UUID caseId;

    @BeforeAll
    static void open() {
        room = new CorrespondenceRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void a_running_case() {
        reset(room.get(CaseDoor.class));
        room.signIn(CorrespondenceRoom.CLERK, "counter-clerk");
        room.events().clear();
        caseId = room.openCase();
    }

    @Test
    @DisplayName("個人番号の欄は、画像が出る前に消えている。隠す前の画像は保管庫だけにある")
    @Requirement({"ACQ-19", "MANUAL-02"})
    void the_number_is_gone_before_an_image_leaves() throws IOException {
        // given a scan all in ink
        Document document = keep(new Upload(scan(Color.decode("#1d2f8a")), null, "acq-notice", null, null));
        // when
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(papers().page(document.id(), 1)));
        // then
        Box number = new PaperTemplates().box("acq-notice", "persons.0.personalNumber").orElseThrow().box();
        then(inkIn(shown, number)).isZero();
        then(inkIn(shown, new PaperTemplates().box("acq-notice", "headName").orElseThrow().box())).isPositive();
        then(room.get(CorrespondenceRoom.RememberingVault.class).sealed).containsKey(document.id() + "/1");
        for (var file : room.files()) {
            BufferedImage stored = ImageIO.read(file.toFile());
            then(inkIn(stored, number)).isZero();
        }
        then(document.title()).isEqualTo("国民健康保険 被保険者資格取得届");
    }

    @Test
    @DisplayName("切り出しも隠した画像から作り、読むたびに記録する")
    void a_crop_is_masked_too_and_every_read_is_recorded() throws IOException {
        Document document = keep(new Upload(scan(Color.decode("#1d2f8a")), "届", "acq-notice", null, null));
        Box number = new PaperTemplates().box("acq-notice", "persons.1.personalNumber").orElseThrow().box();
        BufferedImage crop = ImageIO.read(new ByteArrayInputStream(papers().crop(document.id(), 1, number)));
        then(inkIn(crop, new Box(0, 0, 1, 1))).isZero();
        then(room.events()).extracting(AuditEvent::action).containsExactly("document.uploaded", "document.opened");
    }

    @Test
    @DisplayName("知らない用紙は、手で隠した所がなければ受け取らない")
    void an_unknown_layout_needs_masks() {
        refused(new Upload(scan(Color.WHITE), "その他の書類", null, null, null), "masks", "correspondence.masks.needed");
        then(room.events()).extracting(AuditEvent::action).containsExactly("document.upload");
    }

    @Test
    @DisplayName("手で隠した書類は、2人の確認が終わるまで、ほかの人に見えない")
    void what_was_masked_by_hand_stays_hidden_until_two_confirmed() {
        // given
        Document document = keep(new Upload(scan(Color.BLACK), "その他の書類", null, List.of(new HandMask(1, new Box(0.1, 0.1, 0.2, 0.1))), null));
        then(papers().page(document.id(), 1)).isNotEmpty();
        // when somebody else comes
        room.signIn(CorrespondenceRoom.CHECKER, "eligibility-clerk");
        // then
        assertThatThrownBy(() -> papers().page(document.id(), 1)).isInstanceOfSatisfying(Refused.class,
                no -> then(no.code()).isEqualTo("correspondence.document.masks-unconfirmed"));
        when(room.get(CaseDoor.class).worksOn(caseId, CorrespondenceRoom.CHECKER)).thenReturn(true);
        then(papers().page(document.id(), 1)).as("who checks it now").isNotEmpty();
        when(room.get(CaseDoor.class).worksOn(caseId, CorrespondenceRoom.CHECKER)).thenReturn(false);
        when(room.get(CaseDoor.class).confirmedSince(eq(caseId), any())).thenReturn(true);
        then(papers().page(document.id(), 1)).as("after two people confirmed").isNotEmpty();
    }

    @Test
    @DisplayName("書類の保管が先にあれば、ほかの工程の確認だけでは、手で隠した書類は見えない")
    @Requirement("MANUAL-02")
    void the_second_person_of_the_storing_confirms_what_is_hidden() {
        Document document = keep(new Upload(scan(Color.BLACK), "その他の書類", null, List.of(), null));
        room.signIn(CorrespondenceRoom.CHECKER, "eligibility-clerk");
        when(room.get(CaseDoor.class).confirmedSince(eq(caseId), any())).thenReturn(true);
        when(room.get(CaseDoor.class).isAhead(caseId, "store-papers")).thenReturn(true);
        assertThatThrownBy(() -> papers().page(document.id(), 1)).isInstanceOfSatisfying(Refused.class,
                no -> then(no.code()).isEqualTo("correspondence.document.masks-unconfirmed"));
        when(room.get(CaseDoor.class).isAhead(caseId, "store-papers")).thenReturn(false);
        then(papers().page(document.id(), 1)).isNotEmpty();
    }

    @Test
    @DisplayName("だれがどこを隠したかが記録に残り、ない所は隠せない")
    void what_was_hidden_is_recorded_and_lies_on_the_paper() {
        keep(new Upload(scan(Color.BLACK), "その他の書類", null, List.of(new HandMask(1, new Box(0.1, 0.1, 0.2, 0.1))), null));
        then(room.events()).singleElement().satisfies(event -> then(event.what().toString()).contains("0.1, 0.1, 0.2, 0.1"));
        refused(new Upload(scan(Color.BLACK), "その他の書類", null, List.of(new HandMask(2, new Box(0.1, 0.1, 0.2, 0.1))), null), "masks", "correspondence.masks.no-such-page");
        refused(new Upload(scan(Color.BLACK), "その他の書類", null, List.of(new HandMask(1, null)), null), "masks", "correspondence.masks.no-such-page");
    }

    @Test
    @DisplayName("隠す所を決めるために見せたページは、どこにも残らない")
    void a_page_shown_for_masking_is_kept_nowhere() throws IOException {
        int before = room.files().size();
        var shown = papers().preview("R8-資-004512", scan(Color.BLACK), 1);
        then(shown.pages()).isEqualTo(1);
        then(ImageIO.read(new ByteArrayInputStream(shown.image())).getWidth()).isEqualTo(shown.width());
        then(room.files()).hasSize(before);
        then(room.events()).extracting(AuditEvent::action).containsExactly("document.previewed");
        assertThatThrownBy(() -> papers().preview("R8-資-004512", scan(Color.BLACK), 2)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("横向きの紙に、縦のひな形は当てない")
    void a_template_of_another_shape_is_refused() {
        BufferedImage sideways = new BufferedImage(594, 420, BufferedImage.TYPE_INT_RGB);
        refused(new Upload(PageImage.png(sideways), null, "acq-notice", null, null), "template", "correspondence.template.other-shape");
    }

    @Test
    @DisplayName("書類の名に番号は書けず、用紙の名は決まったものだけ")
    void titles_and_templates_are_judged() {
        refused(new Upload(scan(Color.WHITE), "番号 0000 1234 5674", "acq-notice", null, null), "title", "correspondence.title.one-line");
        refused(new Upload(scan(Color.WHITE), "a\nb", "acq-notice", null, null), "title", "correspondence.title.one-line");
        refused(new Upload(scan(Color.WHITE), "届", "../../etc/passwd", null, null), "template", "correspondence.template.unknown");
        refused(new Upload("<svg/>".getBytes(), "届", "acq-notice", null, null), "file", "correspondence.file.kind");
    }

    @Test
    @DisplayName("同じ送信がもう一度来ても、書類は1つ")
    void the_same_request_is_one_paper() {
        UUID key = UUID.randomUUID();
        Document once = keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, key));
        Document again = keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, key));
        then(again.id()).isEqualTo(once.id());
        then(room.get(Papers.class).sourcesOf(caseId)).hasSize(1);
    }

    @Test
    @DisplayName("案件を開けない人、見るだけの人、終わった案件は、書類を加えられない")
    void who_may_not_work_on_the_case_adds_nothing() {
        room.signIn(CorrespondenceRoom.CLERK, "compliance-reviewer");
        assertThatThrownBy(() -> keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, null))).isInstanceOfSatisfying(Refused.class, no -> then(no.status()).isEqualTo(403));
        room.signIn(CorrespondenceRoom.CLERK, "counter-clerk");
        when(room.get(CaseDoor.class).isRunning(caseId)).thenReturn(false);
        assertThatThrownBy(() -> keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, null))).isInstanceOfSatisfying(Refused.class, no -> then(no.status()).isEqualTo(409));
        then(room.get(Papers.class).sourcesOf(caseId)).isEmpty();
    }

    @Test
    @DisplayName("案件を開けない人は、書類の画像も見られない")
    void who_may_not_open_the_case_sees_no_page() {
        Document document = keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, null));
        doThrow(Refused.forbidden("casework.case.not-yours")).when(room.get(CaseDoor.class)).open(eq(caseId), any());
        assertThatThrownBy(() -> papers().page(document.id(), 1)).isInstanceOfSatisfying(Refused.class, no -> then(no.status()).isEqualTo(403));
        assertThatThrownBy(() -> papers().crop(document.id(), 1, new Box(0, 0, 1, 1))).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("書類は、加えた後で書きかえられず、消せない")
    void a_paper_is_never_changed() {
        Document document = keep(new Upload(scan(Color.WHITE), "届", "acq-notice", null, null));
        assertThatThrownBy(() -> room.jdbc().update("UPDATE document SET title = 'x' WHERE id = ?", document.id())).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> room.database.superuser("DELETE FROM document_page")).hasStackTraceContaining("append-only");
    }

    private KeepingPapers papers() {
        return room.get(KeepingPapers.class);
    }

    private Document keep(Upload upload) {
        return papers().keep("R8-資-000001", upload);
    }

    private void refused(Upload upload, String field, String code) {
        assertThatThrownBy(() -> keep(upload)).isInstanceOfSatisfying(Refused.class, no -> {
            then(no.status()).isEqualTo(422);
            then(no.fields()).singleElement().satisfies(problem -> {
                then(problem.key()).isEqualTo(field);
                then(problem.code()).isEqualTo(code);
            });
        });
    }

    private static byte[] scan(Color colour) {
        BufferedImage page = new BufferedImage(630, 891, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(colour);
        pen.fill(new Rectangle(630, 891));
        pen.dispose();
        return PageImage.png(page);
    }

    private static long inkIn(BufferedImage image, Box box) {
        long ink = 0;
        for (int x = (int) (box.x() * image.getWidth()); x < (box.x() + box.width()) * image.getWidth() && x < image.getWidth(); x++) {
            for (int y = (int) (box.y() * image.getHeight()); y < (box.y() + box.height()) * image.getHeight() && y < image.getHeight(); y++) {
                ink += image.getRGB(x, y) == INK ? 1 : 0;
            }
        }
        return ink;
    }
}
