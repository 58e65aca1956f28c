package jp.futari.correspondence.typography;

/** 異体字シーケンス (IVS): a character and the selector that asks for one of its shapes. */
record VariantSequence(int character, int selector) {

    static boolean isSelector(int code) {
        return code >= 0xE0100 && code <= 0xE01EF || code >= 0xFE00 && code <= 0xFE0F;
    }

    String text() {
        return new String(new int[] {character, selector}, 0, 2);
    }
}
