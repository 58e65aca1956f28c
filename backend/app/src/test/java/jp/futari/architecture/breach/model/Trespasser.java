package jp.futari.architecture.breach.model;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Breaks every wall on purpose, so that the rules are seen to bite. */
@RestController
class Trespasser {

    RuntimeService engine;
    JdbcTemplate jdbc;
}
