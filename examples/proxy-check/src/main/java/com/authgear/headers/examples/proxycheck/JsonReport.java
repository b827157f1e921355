package com.authgear.headers.examples.proxycheck;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results as JSON. */
final class JsonReport {
    private static final JsonMapper JSON = new JsonMapper();

    private final Remedies remedies;
    private final PrintWriter out;

    JsonReport(Remedies remedies, PrintWriter out) {
        this.remedies = remedies;
        this.out = out;
    }

    void print(ProxyTarget target, List<Result> results) {
        ObjectNode report = JSON.createObjectNode();
        report.put("proxy", target.address().toString());
        report.put("holds", results.stream().noneMatch(Result::failed));
        ArrayNode checks = report.putArray("checks");
        results.forEach(result -> checks.add(check(result)));
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        out.flush();
    }

    private ObjectNode check(Result result) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", result.name());
        node.put("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        node.put("optional", result.check().optional());
        node.put("rule", result.check().about());
        result.finding().ifPresent(finding -> found(node, finding));
        if (result.failed()) {
            ObjectNode mend = node.putObject("mend");
            remedies.lines(result.check().mend())
                    .forEach((kind, lines) -> mend.set(kind.toString(), JSON.valueToTree(lines)));
        }
        return node;
    }

    private static void found(ObjectNode node, Finding finding) {
        node.put("sent", finding.sent());
        node.put("reached", finding.reached());
        node.put("expected", finding.expected());
        node.set("arrived", JSON.valueToTree(finding.arrived()));
    }
}
