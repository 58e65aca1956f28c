package jp.futari.workflow;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** The digest of the models the database holds, to be compared with the jar's. */
final class ReadDefinition implements Command<String> {

    @Override
    public String execute(CommandContext context) {
        var latest = context.getDeploymentManager().findLatestDeploymentByName(JarModels.DEPLOYMENT);
        return latest == null ? null : latest.getSource();
    }
}
