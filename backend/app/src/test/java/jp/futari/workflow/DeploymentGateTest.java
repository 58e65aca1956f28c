package jp.futari.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The gate in front of every deployment: a model that is not proven two-person never reaches the engine. */
class DeploymentGateTest {

    @Test
    @DisplayName("製品のモデルは、二人確認が証明されている")
    void the_products_models_pass() {
        assertThatCode(() -> JarModels.load().refuseUnproven()).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("確認のない効果をもつモデルは、経路を示して拒まれる")
    void a_model_whose_effect_has_no_check_is_refused_with_its_path() {
        String sound = new String(JarModels.load().files().get("ProofProcess.bpmn"), StandardCharsets.UTF_8);
        String unsound = sound.replace("name=\"approvedBy\" value=\"proof-step\"", "name=\"approvedBy\" value=\"another-step\"");
        assertThatThrownBy(() -> JarModels.refuseUnproven(Map.of("ProofProcess.bpmn", unsound.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Task_RecordProof").hasMessageContaining("rule 3");
    }
}
