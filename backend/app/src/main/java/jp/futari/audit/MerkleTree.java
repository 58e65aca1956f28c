package jp.futari.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 hashing, kept as the compact frontier of perfect subtrees. */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private long size;
    /** Roots of the perfect subtrees, the largest first. */
    private final List<byte[]> frontier;

    private MerkleTree(long size, List<byte[]> frontier) {
        this.size = size;
        this.frontier = new ArrayList<>(frontier);
    }

    static MerkleTree empty() {
        return new MerkleTree(0, List.of());
    }

    static MerkleTree of(long size, List<byte[]> frontier) {
        if (Long.bitCount(size) != frontier.size()) {
            throw new IllegalStateException("the frontier does not belong to a tree of size " + size);
        }
        return new MerkleTree(size, frontier);
    }

    static byte[] leafHash(byte[] leaf) {
        return sha256(LEAF, leaf, new byte[0]);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(NODE, left, right);
    }

    void append(byte[] leafHash) {
        byte[] node = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            node = nodeHash(frontier.remove(frontier.size() - 1), node);
        }
        frontier.add(node);
        size++;
    }

    long size() {
        return size;
    }

    List<byte[]> frontier() {
        return List.copyOf(frontier);
    }

    /** @return the root over all leaves; of the empty tree the hash of nothing */
    byte[] root() {
        if (frontier.isEmpty()) {
            return digest().digest();
        }
        byte[] root = frontier.get(frontier.size() - 1);
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = nodeHash(frontier.get(i), root);
        }
        return root;
    }

    private static byte[] sha256(byte kind, byte[] first, byte[] second) {
        MessageDigest digest = digest();
        digest.update(kind);
        digest.update(first);
        digest.update(second);
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
