package jp.futari.bench;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Camunda's REST server as it comes: started by {@link CamundaOverRest} in a process of its own, with the class path of {@code rest-server/pom.xml}.
 * When it can be asked it says so on its standard output.
 */
public final class RestServer {

    static final String READY = "rest-server ready";

    private RestServer() {
    }

    public static void main(String[] arguments) {
        var context = SpringApplication.run(Server.class, arguments);
        context.getBean(ProcessEngine.class).getRepositoryService().createDeployment().addModelInstance(BareEngine.MODEL + ".bpmn", TwoTasks.model(BareEngine.MODEL)).deploy();
        System.out.println(READY);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {
    }
}
