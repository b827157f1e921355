package com.authgear.headers.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is compared with one yardstick. */
enum Section {
    PARSE("Parse, from Jetty's fields", "ParseBenchmark.handWritten") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("nine look-ups and nothing else", "ParseBenchmark.lookUps");
            rows.put("by hand, nothing checked (the yardstick)", "ParseBenchmark.handWritten");
            rows.put("valid", "ParseBenchmark.parse VALID");
            rows.put("valid, names in lower case", "ParseBenchmark.parse LOWER_CASE");
            rows.put("none", "ParseBenchmark.parse NONE");
            rows.put("invalid", "ParseBenchmark.parse INVALID");
            rows.put("malformed", "ParseBenchmark.parse MALFORMED");
            rows.put("valid, 100 foreign headers more", "ParseBenchmark.parse FOREIGN_100");
            rows.put("valid, 64 roles", "ParseBenchmark.parse ROLES_64");
            rows.put("valid, with secret and credential: all that decides", "ParseBenchmark.authenticate");
        }
    },
    FILTER("Servlet filter, on a request of Jetty", "FilterBenchmark.handWritten") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("the names, once", "FilterBenchmark.names");
            rows.put("nine look-ups and nothing else", "FilterBenchmark.lookUps");
            rows.put("by hand, nothing checked (the yardstick)", "FilterBenchmark.handWritten");
            rows.put("filter", "FilterBenchmark.filter");
        }
    },
    SPRING("Spring Security, on a request of Jetty", "SpringBenchmark.requestHeader JETTY") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("RequestHeaderAuthenticationFilter (the yardstick)", "SpringBenchmark.requestHeader JETTY");
            rows.put("the same, without HTTP session", "SpringBenchmark.requestHeaderStateless JETTY");
            rows.put("adapter", "SpringBenchmark.adapter JETTY");
        }
    },
    SPRING_MOCK("Spring Security, on a mock request", "SpringBenchmark.requestHeader MOCK") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("RequestHeaderAuthenticationFilter (the yardstick)", "SpringBenchmark.requestHeader MOCK");
            rows.put("the same, without HTTP session", "SpringBenchmark.requestHeaderStateless MOCK");
            rows.put("adapter", "SpringBenchmark.adapter MOCK");
        }
    },
    JWT("An access token instead", "JwtBenchmark.rs256") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("NimbusJwtDecoder, RS256 (the yardstick)", "JwtBenchmark.rs256");
            rows.put("all that decides", "ParseBenchmark.authenticate");
            rows.put("servlet filter", "FilterBenchmark.filter");
            rows.put("Spring adapter", "SpringBenchmark.adapter JETTY");
        }
    },
    TRUST_IPV4("Trust by address, IPv4", "TrustBenchmark.address IPV4 1") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("1 range (the yardstick)", "TrustBenchmark.address IPV4 1");
            rows.put("16 ranges", "TrustBenchmark.address IPV4 16");
            rows.put("256 ranges", "TrustBenchmark.address IPV4 256");
            rows.put("a secret instead", "TrustBenchmark.sharedSecret");
        }
    },
    TRUST_IPV6("Trust by address, IPv6", "TrustBenchmark.address IPV6 1") {
        @Override
        void fill(Map<String, String> rows) {
            rows.put("1 range (the yardstick)", "TrustBenchmark.address IPV6 1");
            rows.put("16 ranges", "TrustBenchmark.address IPV6 16");
            rows.put("256 ranges", "TrustBenchmark.address IPV6 256");
        }
    };

    private final String title;
    private final String yardstick;

    Section(String title, String yardstick) {
        this.title = title;
        this.yardstick = yardstick;
    }

    abstract void fill(Map<String, String> rows);

    String title() {
        return title;
    }

    String yardstick() {
        return yardstick;
    }

    /** Titles and what was measured. */
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        fill(rows);
        return rows;
    }
}
