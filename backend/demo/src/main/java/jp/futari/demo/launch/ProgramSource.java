package jp.futari.demo.launch;

import java.io.IOException;

/** Where the application's program comes from: the product's jar, made ready while the database starts. */
@FunctionalInterface
interface ProgramSource {

    Program get() throws IOException, InterruptedException;
}
