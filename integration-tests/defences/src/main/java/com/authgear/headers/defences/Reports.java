package com.authgear.headers.defences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The reports of Surefire. */
final class Reports {
    private static final int LONGEST = 110;

    private Reports() {}

    /** The failed tests: the first words of a table row, or else the name of the test. */
    static List<String> failures(Path folder) throws IOException {
        List<String> failures = new ArrayList<>();
        int tests = 0;
        for (Path report : reports(folder)) {
            NodeList cases = parse(report).getElementsByTagName("testcase");
            tests += cases.getLength();
            for (int i = 0; i < cases.getLength(); i++) {
                addFailure(failures, (Element) cases.item(i));
            }
        }
        if (tests == 0) {
            throw new IOException("no test was run: see " + folder);
        }
        return failures;
    }

    private static void addFailure(List<String> failures, Element testcase) {
        for (String kind : new String[] {"failure", "error"}) {
            NodeList found = testcase.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                failures.add(describe(testcase, ((Element) found.item(0)).getAttribute("message")));
            }
        }
    }

    private static String describe(Element testcase, String message) {
        int rowEnds = message.indexOf(" (or its twin)");
        String suite = testcase.getAttribute("classname");
        String name = rowEnds > 0
                ? message.substring(0, rowEnds)
                : suite.substring(suite.lastIndexOf('.') + 1) + "." + testcase.getAttribute("name");
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report.toString(), e);
        }
    }
}
