package jp.futari.modelchecker;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("モデルの目録")
class ModelCatalogueTest {

    private final ModelCatalogue catalogue = ModelCatalogue.of(ModelFolder.read(Corpus.PRODUCT, new Findings()));

    @Test
    @DisplayName("工程は、鍵・名前・二つの仕事・役割・様式で引ける")
    void a_step_is_found_with_its_tasks_roles_and_form() {
        var step = catalogue.step("decide-enrollment").orElseThrow();
        then(step.processId()).isEqualTo("EnrollmentProcess");
        then(step.label()).isEqualTo("決定（2人）");
        then(step.elementId()).isEqualTo("Step_DecideEnrollment");
        then(step.doTaskId()).isEqualTo("Task_EnterDecideEnrollment");
        then(step.checkTaskId()).isEqualTo("Task_CheckDecideEnrollment");
        then(step.doRoles()).containsExactly("section-chief");
        then(step.formKey()).isEqualTo("eligibility/DecideEnrollment");
        then(step.apartFrom()).containsExactly("receive-notification", "review-notification");
        then(step.critical()).isTrue();
    }

    @Test
    @DisplayName("仕事から工程が分かる")
    void the_step_of_a_task_is_known() {
        then(catalogue.stepOfTask("ProofProcess", "Task_CheckProofStep")).map(StepOutline::key).contains("proof-step");
        then(catalogue.stepOfTask("ProofProcess", "Task_RecordProof")).isEmpty();
    }

    @Test
    @DisplayName("効果は、使う確認と実行する部品で引ける")
    void an_effect_is_found_with_its_approval_and_delegate() {
        then(catalogue.effectsApprovedBy("decide-enrollment")).extracting(EffectOutline::key, EffectOutline::delegate)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("register-enrollment", "registerEnrollment"),
                        org.assertj.core.groups.Tuple.tuple("bind-number", "bindNumber"),
                        org.assertj.core.groups.Tuple.tuple("print-certificate", "printCertificate"));
    }

    @Test
    @DisplayName("流れは、受け取れる知らせで引ける")
    void a_process_is_found_with_its_messages() {
        var process = catalogue.process("EnrollmentProcess").orElseThrow();
        then(process.messages()).containsExactly("NotificationWithdrawn");
        then(process.source()).isEqualTo("eligibility/EnrollmentProcess.bpmn");
        then(process.steps()).hasSize(8);
    }
}
