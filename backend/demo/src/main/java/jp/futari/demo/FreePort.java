package jp.futari.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** 空きポート: a port nobody listens on, the remembered one where it is still free. */
public final class FreePort {

    private static final int CONNECT_MILLIS = 300;

    private FreePort() {
    }

    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The preferred port if it is free, else any. */
    public static int preferring(int port) {
        return port > 0 && isFree(port) ? port : any();
    }

    /** Free means: nobody answers on this machine's own address, and every address can be bound. */
    public static boolean isFree(int port) {
        return !answers(port) && canBind(port);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
