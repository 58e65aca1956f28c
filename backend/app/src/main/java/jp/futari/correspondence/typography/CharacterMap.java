package jp.futari.correspondence.typography;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The {@code cmap} of a font: which code has which glyph, and which variation sequence (IVS, format 14) has which. */
final class CharacterMap {

    private final Map<Integer, Integer> glyphs = new TreeMap<>();
    private final Map<VariantSequence, Integer> variants = new HashMap<>();

    private CharacterMap() {
    }

    static CharacterMap of(byte[] cmap) {
        CharacterMap map = new CharacterMap();
        ByteBuffer in = ByteBuffer.wrap(cmap);
        int count = in.getShort(2) & 0xffff;
        for (int format : new int[] {4, 12, 14}) {
            for (int i = 0; i < count; i++) {
                int offset = in.getInt(4 + i * 8 + 4);
                if ((in.getShort(offset) & 0xffff) == format) {
                    map.read(format, in.slice(offset, cmap.length - offset));
                }
            }
        }
        return map;
    }

    private void read(int format, ByteBuffer table) {
        switch (format) {
            case 4 -> readSegments(table);
            case 12 -> readGroups(table);
            default -> readVariants(table);
        }
    }

    private void readSegments(ByteBuffer in) {
        int segments = (in.getShort(6) & 0xffff) / 2;
        int ends = 14;
        int starts = ends + segments * 2 + 2;
        int deltas = starts + segments * 2;
        int offsets = deltas + segments * 2;
        for (int s = 0; s < segments; s++) {
            int start = in.getShort(starts + s * 2) & 0xffff;
            int end = in.getShort(ends + s * 2) & 0xffff;
            int delta = in.getShort(deltas + s * 2);
            int at = offsets + s * 2;
            int range = in.getShort(at) & 0xffff;
            for (int code = start; code <= end && code != 0xffff; code++) {
                int glyph = range == 0 ? code + delta : glyphAt(in, at + range + (code - start) * 2, delta);
                put(code, glyph & 0xffff);
            }
        }
    }

    private static int glyphAt(ByteBuffer in, int position, int delta) {
        int glyph = in.getShort(position) & 0xffff;
        return glyph == 0 ? 0 : glyph + delta;
    }

    private void readGroups(ByteBuffer in) {
        int groups = in.getInt(12);
        for (int g = 0; g < groups; g++) {
            int start = in.getInt(16 + g * 12);
            int end = in.getInt(20 + g * 12);
            int glyph = in.getInt(24 + g * 12);
            for (int code = start; code <= end; code++) {
                put(code, glyph + code - start);
            }
        }
    }

    private void put(int code, int glyph) {
        if (glyph != 0) {
            glyphs.put(code, glyph);
        }
    }

    private void readVariants(ByteBuffer in) {
        int selectors = in.getInt(6);
        for (int i = 0; i < selectors; i++) {
            int record = 10 + i * 11;
            int selector = threeBytes(in, record);
            readDefault(in, in.getInt(record + 3), selector);
            readOwn(in, in.getInt(record + 7), selector);
        }
    }

    private void readDefault(ByteBuffer in, int offset, int selector) {
        int ranges = offset == 0 ? 0 : in.getInt(offset);
        for (int r = 0; r < ranges; r++) {
            int start = threeBytes(in, offset + 4 + r * 4);
            int more = in.get(offset + 7 + r * 4) & 0xff;
            for (int code = start; code <= start + more; code++) {
                Integer glyph = glyphs.get(code);
                if (glyph != null) {
                    variants.put(new VariantSequence(code, selector), glyph);
                }
            }
        }
    }

    private void readOwn(ByteBuffer in, int offset, int selector) {
        int mappings = offset == 0 ? 0 : in.getInt(offset);
        for (int m = 0; m < mappings; m++) {
            int at = offset + 4 + m * 5;
            variants.put(new VariantSequence(threeBytes(in, at), selector), in.getShort(at + 3) & 0xffff);
        }
    }

    private static int threeBytes(ByteBuffer in, int at) {
        return (in.get(at) & 0xff) << 16 | (in.getShort(at + 1) & 0xffff);
    }

    boolean has(int code) {
        return glyphs.containsKey(code);
    }

    Map<VariantSequence, Integer> variants() {
        return variants;
    }

    /**
     * Codes that share a glyph with a more ordinary one (⽉ with 月, a typographer's space with 全角空白) → the ordinary one. Text taken from a
     * paper would otherwise have the lowest of them.
     */
    Map<Integer, Integer> ordinary() {
        Map<Integer, Integer> byGlyph = new HashMap<>();
        glyphs.forEach((code, glyph) -> byGlyph.merge(glyph, code, CharacterMap::moreOrdinary));
        Map<Integer, Integer> ordinary = new HashMap<>();
        glyphs.forEach((code, glyph) -> {
            int better = byGlyph.get(glyph);
            if (code < better) {
                ordinary.put(code, better);
            }
        });
        return ordinary;
    }

    private static int moreOrdinary(int one, int other) {
        return isOdd(one) == isOdd(other) ? Math.min(one, other) : isOdd(one) ? other : one;
    }

    private static boolean isOdd(int code) {
        return code >= 0x2E80 && code <= 0x2FDF || code >= 0x2000 && code <= 0x206F || code >= 0xF900 && code <= 0xFAFF || code >= 0x2F800 || code == 0xA0;
    }

    /** A {@code cmap} of one format 12 table with further codes beside the font's own. */
    byte[] with(Map<Integer, Integer> further) {
        Map<Integer, Integer> all = new TreeMap<>(glyphs);
        all.keySet().removeAll(ordinary().keySet());
        all.putAll(further);
        ByteBuffer out = ByteBuffer.allocate(12 + 16 + all.size() * 12);
        out.putShort((short) 0).putShort((short) 1).putShort((short) 3).putShort((short) 10).putInt(12);
        out.putShort((short) 12).putShort((short) 0).putInt(16 + all.size() * 12).putInt(0).putInt(all.size());
        all.forEach((code, glyph) -> out.putInt(code).putInt(code).putInt(glyph));
        return out.array();
    }
}
