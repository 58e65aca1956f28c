package jp.futari.access.web;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProviderLineTest {

    @Test
    @DisplayName("認証サーバーが電話に出るかどうかが分かる")
    void whether_anybody_takes_the_call() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            then(new ProviderLine("http://127.0.0.1:" + port + "/realms/futari").isDead()).isFalse();
        }
        then(new ProviderLine("http://127.0.0.1:" + port + "/realms/futari").isDead()).isTrue();
        then(new ProviderLine("https://nobody.invalid/realms/futari").isDead()).isTrue();
    }
}
