package jp.futari.casework.application;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.futari.casework.spi.CaseKind;
import org.springframework.stereotype.Component;

/** 受付の方法 in the office's words: screens show 紙（窓口）, the record keeps {@code counter}. */
@Component
class ChannelWords {

    private final List<CaseKind> kinds;
    private final Map<String, Map<String, String>> words = new ConcurrentHashMap<>();

    ChannelWords(List<CaseKind> kinds) {
        this.kinds = kinds;
    }

    /** @return null where the case came by no channel; the key itself for a channel its kind no longer has */
    String of(String kind, String channel) {
        return channel == null ? null : words.computeIfAbsent(kind, this::read).getOrDefault(channel, channel);
    }

    private Map<String, String> read(String kind) {
        return kinds.stream().filter(k -> k.key().equals(kind)).flatMap(k -> k.channels().stream()).collect(Collectors.toMap(CaseKind.Channel::key, CaseKind.Channel::label));
    }
}
