package jp.futari.modelchecker;

/**
 * 効果の輪郭: an effect as the model draws it.
 *
 * @param key        key of the effect catalogue, e.g. {@code register-enrollment}
 * @param approvedBy key of the step whose approval it uses up, or {@code start}
 * @param delegate   the bean or class that carries it out
 */
public record EffectOutline(String processId, String key, String label, String elementId, String approvedBy, String delegate) {

    static EffectOutline of(ProcessModel process, Node node) {
        return new EffectOutline(process.id(), node.effect(), node.label(), node.id(), node.marks().get(Marks.APPROVED_BY, ""), delegate(node));
    }

    private static String delegate(Node node) {
        for (var holder : Xml.all(node.element())) {
            var bean = Xml.camunda(holder, "delegateExpression");
            if (!bean.isEmpty()) {
                return bean.substring(2, bean.length() - 1);
            }
            if (!Xml.camunda(holder, "class").isEmpty()) {
                return Xml.camunda(holder, "class");
            }
        }
        return "";
    }
}
