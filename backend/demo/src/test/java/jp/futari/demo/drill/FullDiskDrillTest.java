package jp.futari.demo.drill;

import static org.assertj.core.api.BDDAssertions.then;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("訓練：書類を受け取る最中に、置き場のディスクがいっぱいになる")
@Tag("drill")
@ExtendWith(DrillHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskDrillTest {

    private static final int DISK_KIB = 4096;
    /** Room for one page of noise, not for two. */
    private static final long ROOM = 1_200_000;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 594;
    private static final Random NOISE = new Random(20261122);

    private DrillHouse house;
    private Path disk;

    @BeforeAll
    void a_tiny_disk(DrillHouse drillHouse) throws Exception {
        house = drillHouse;
        var folder = Files.createDirectories(house.folder().resolve("tiny-disk"));
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_KIB + "k,mode=0700", "futari-drill", folder.toString());
        disk = folder;
        house.stopApplication();
        house.startApplication(Map.of("FUTARI_STORE_DIR", disk.toString()));
    }

    @AfterAll
    void the_usual_disk() throws Exception {
        if (disk != null) {
            house.stopApplication();
            run("umount", disk.toString());
            house.startApplication();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("this drill mounts a small disk and needs the right to do so (root, CAP_SYS_ADMIN): " + String.join(" ", command) + ": " + words);
        }
    }

    @Test
    @DisplayName("受け取れないことと、どうするかを答え、置き場にもデータベースにも半端なものを残さず、そのあと同じ送信で受け取れる")
    void a_full_disk_keeps_nothing_and_says_so() throws Exception {
        // given
        var clerk = house.day().signIn(house.day().staff(DrillHouse.CLERKS[0]));
        var walk = new Walk(house.notes(), clerk, house.day().signIn(house.day().staff(DrillHouse.CLERKS[1])), Traffic.nextAmount());
        var caseNo = walk.start();
        then(clerk.upload(caseNo, scan(1), "before.tiff", UUID.randomUUID()).status()).isEqualTo(200);
        var filler = fill();
        var before = files();
        var rows = rows();
        // when: three pages, of which the disk takes one
        var key = UUID.randomUUID();
        var paper = scan(3);
        var refused = clerk.upload(caseNo, paper, "full.tiff", key);
        // then
        then(refused.status()).as(refused.text()).isEqualTo(507);
        then(refused.code()).isEqualTo("correspondence.store.unwritable");
        then(refused.json().path("detail").asText()).contains("書きこめません", "保存していません");
        then(files()).isEqualTo(before);
        then(rows()).isEqualTo(rows);
        then(sql("SELECT count(*) FROM audit_event WHERE kind = 'REFUSAL' AND action = 'document.upload' AND what ->> 'code' = 'correspondence.store.unwritable'")).containsExactly("1");
        // and: the case goes on without the paper
        then(clerk.get("/api/tasks/" + walk.task()).status()).isEqualTo(200);
        // when: there is room again, the same sending
        Files.delete(filler);
        then(clerk.upload(caseNo, paper, "full.tiff", key).status()).isEqualTo(200);
        then(clerk.upload(caseNo, paper, "full.tiff", key).status()).isEqualTo(200);
        // then: it is there once, with all pages, and can be seen
        then(sql("SELECT count(*) FROM document d JOIN case_file f ON f.id = d.case_id WHERE f.case_no = '" + caseNo + "'")).containsExactly("2");
        for (var page = 1; page <= 3; page++) {
            then(clerk.get("/api/documents/" + newest(caseNo) + "/pages/" + page).status()).isEqualTo(200);
        }
        walk.enter();
        walk.confirm(walk.begin());
        then(Inspection.of(house)).isEmpty();
    }

    /** Leaves {@link #ROOM} on the disk. */
    private Path fill() throws IOException {
        var filler = disk.resolve("filler");
        Files.write(filler, new byte[(int) (Files.getFileStore(disk).getUsableSpace() - ROOM)]);
        return filler;
    }

    /** Every file of the disk with its size. */
    private List<String> files() throws IOException {
        try (var all = Files.walk(disk)) {
            var found = new ArrayList<String>();
            for (var path : all.filter(Files::isRegularFile).sorted().toList()) {
                found.add(disk.relativize(path) + " " + Files.size(path));
            }
            return found;
        }
    }

    private List<String> rows() throws Exception {
        return sql("SELECT 'documents ' || count(*) FROM document UNION ALL SELECT 'sealed ' || count(*) FROM vault.sealed_page "
                + "UNION ALL SELECT 'uploads ' || count(*) FROM audit_event WHERE action = 'document.uploaded'");
    }

    private String newest(String caseNo) throws Exception {
        return sql("SELECT d.id::text FROM document d JOIN case_file f ON f.id = d.case_id WHERE f.case_no = '" + caseNo + "' ORDER BY d.uploaded_at DESC LIMIT 1").get(0);
    }

    private List<String> sql(String query) throws Exception {
        try (var owner = house.database().connect("futari?currentSchema=futari,engine", "futari_owner")) {
            return Inspection.strings(owner, query);
        }
    }

    /** Pages of noise, which no compression makes smaller. */
    private static byte[] scan(int pages) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var page = 0; page < pages; page++) {
                writer.writeToSequence(new IIOImage(noise(), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage noise() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, NOISE.nextInt(0x1000000));
            }
        }
        return image;
    }
}
