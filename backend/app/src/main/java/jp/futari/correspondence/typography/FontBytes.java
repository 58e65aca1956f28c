package jp.futari.correspondence.typography;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of a TrueType file, as they lie in it. */
final class FontBytes {

    private static final int HEADER = 12;
    private static final int ENTRY = 16;

    private final int version;
    private final Map<String, byte[]> tables;

    private FontBytes(int version, Map<String, byte[]> tables) {
        this.version = version;
        this.tables = tables;
    }

    static FontBytes of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int version = in.getInt();
        if (version != 0x00010000 && version != 0x74727565) {
            throw new IllegalArgumentException("only TrueType outlines can be embedded");
        }
        int count = in.getShort() & 0xffff;
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            in.position(HEADER + i * ENTRY);
            tables.put(tag(in.getInt()), table(file, in));
        }
        return new FontBytes(version, tables);
    }

    private static byte[] table(byte[] file, ByteBuffer entry) {
        entry.getInt();
        int offset = entry.getInt();
        byte[] table = new byte[entry.getInt()];
        System.arraycopy(file, offset, table, 0, table.length);
        return table;
    }

    byte[] table(String tag) {
        return tables.get(tag);
    }

    /** The same font with another table in the place of one. */
    byte[] with(String changed, byte[] content) {
        Map<String, byte[]> all = new LinkedHashMap<>(tables);
        all.put(changed, content);
        int size = HEADER + ENTRY * all.size() + all.values().stream().mapToInt(t -> padded(t.length)).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(version).putShort((short) all.size()).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        int offset = HEADER + ENTRY * all.size();
        int directory = HEADER;
        for (var table : all.entrySet()) {
            byte[] bytes = table.getValue();
            out.position(directory);
            out.put(table.getKey().getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(0).putInt(offset).putInt(bytes.length);
            out.position(offset);
            out.put(bytes);
            directory += ENTRY;
            offset += padded(bytes.length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static String tag(int value) {
        return new String(ByteBuffer.allocate(4).putInt(value).array(), java.nio.charset.StandardCharsets.US_ASCII);
    }
}
