package jp.futari.demo.launch;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * 初日: what invented staff do on the first start, through the same HTTP interface as anyone: grants, the first load of the registers,
 * cases in every state. Found by {@link java.util.ServiceLoader}.
 */
public interface FirstDay {

    /**
     * @param office   the running office
     * @param progress told one short Japanese sentence now and then
     * @return the one-time link that makes the newcomer's browser a terminal, if this day prepared one
     */
    Optional<String> play(RunningOffice office, Consumer<String> progress) throws Exception;
}
