package jp.futari.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import jp.futari.demo.CannotStart;
import jp.futari.demo.FreePort;

/** 起動前の確認: what would fail later with many words is said before with one sentence. */
final class Preflight {

    private static final long MEBIBYTE = 1024L * 1024;

    private Preflight() {
    }

    static void check(DemoSettings settings) throws IOException {
        requirePort(settings.port());
        requireDisk(settings);
    }

    private static void requirePort(int port) {
        if (!FreePort.isFree(port)) {
            throw new CannotStart("ポート " + port + " はほかのプログラムが使っています。そのプログラムを止めてから、もう一度起動してください。",
                    "Port " + port + " is in use by another program; stop it and start again.");
        }
    }

    private static void requireDisk(DemoSettings settings) throws IOException {
        var free = Files.getFileStore(settings.home()).getUsableSpace();
        if (free < settings.diskNeeded()) {
            throw new CannotStart("ディスクの空きが足りません（" + settings.home() + "：空き " + free / MEBIBYTE + " MB、必要 " + settings.diskNeeded() / MEBIBYTE + " MB）。",
                    "Too little disk space (" + settings.home() + ": " + free / MEBIBYTE + " MB free, " + settings.diskNeeded() / MEBIBYTE + " MB needed).");
        }
    }
}
