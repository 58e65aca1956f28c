package jp.futari.demo.launch;

import java.nio.file.Path;
import java.util.List;
import jp.futari.demo.Roster;

/**
 * 動いている庁: what somebody outside needs to work in it.
 *
 * @param terminalLinks the one-time links that bootstrap printed
 * @param home          the demo's folder, where paper originals are laid
 */
public record RunningOffice(String publicUrl, String issuer, List<String> terminalLinks, Roster roster, String password, Path home) {
}
