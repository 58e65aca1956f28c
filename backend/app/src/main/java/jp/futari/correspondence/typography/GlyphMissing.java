package jp.futari.correspondence.typography;

import java.util.List;

/** 字形がない: no configured font has these characters, so the print stops. It names codes, never the name they stand in. */
public class GlyphMissing extends RuntimeException {

    private final transient List<String> codes;

    public GlyphMissing(List<String> codes) {
        super("no font has " + String.join(", ", codes));
        this.codes = List.copyOf(codes);
    }

    /** e.g. {@code U+2A6A5}, {@code U+8FBB U+E0105}, with {@code (MJ025760)} where the table of the 文字情報基盤 knows it. */
    public List<String> codes() {
        return codes;
    }
}
