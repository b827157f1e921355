package com.authgear.headers.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The measurements that are compared with one yardstick. */
enum Section {
    PARSE("Parse, from Jetty's fields", "ParseBenchmark.handWritten", """
            nine look-ups and nothing else                      | ParseBenchmark.lookUps
            by hand, nothing checked (the yardstick)            | ParseBenchmark.handWritten
            valid                                               | ParseBenchmark.parse VALID
            valid, names in lower case                          | ParseBenchmark.parse LOWER_CASE
            none                                                | ParseBenchmark.parse NONE
            invalid                                             | ParseBenchmark.parse INVALID
            malformed                                           | ParseBenchmark.parse MALFORMED
            valid, 100 foreign headers more                     | ParseBenchmark.parse FOREIGN_100
            valid, 64 roles                                     | ParseBenchmark.parse ROLES_64
            valid, with secret and credential: all that decides | ParseBenchmark.authenticate
            """),
    FILTER("Servlet filter, on a request of Jetty", "FilterBenchmark.handWritten", """
            the names, once                          | FilterBenchmark.names
            nine look-ups and nothing else           | FilterBenchmark.lookUps
            by hand, nothing checked (the yardstick) | FilterBenchmark.handWritten
            filter                                   | FilterBenchmark.filter
            """),
    SPRING("Spring Security, on a request of Jetty", "SpringBenchmark.requestHeader JETTY", """
            RequestHeaderAuthenticationFilter (the yardstick) | SpringBenchmark.requestHeader JETTY
            the same, without HTTP session                    | SpringBenchmark.requestHeaderStateless JETTY
            adapter                                           | SpringBenchmark.adapter JETTY
            """),
    SPRING_MOCK("Spring Security, on a mock request", "SpringBenchmark.requestHeader MOCK", """
            RequestHeaderAuthenticationFilter (the yardstick) | SpringBenchmark.requestHeader MOCK
            the same, without HTTP session                    | SpringBenchmark.requestHeaderStateless MOCK
            adapter                                           | SpringBenchmark.adapter MOCK
            """),
    JWT("An access token instead", "JwtBenchmark.rs256", """
            NimbusJwtDecoder, RS256 (the yardstick) | JwtBenchmark.rs256
            all that decides                        | ParseBenchmark.authenticate
            servlet filter                          | FilterBenchmark.filter
            Spring adapter                          | SpringBenchmark.adapter JETTY
            """),
    TRUST_IPV4("Trust by address, IPv4", "TrustBenchmark.address IPV4 1", """
            1 range (the yardstick) | TrustBenchmark.address IPV4 1
            16 ranges               | TrustBenchmark.address IPV4 16
            256 ranges              | TrustBenchmark.address IPV4 256
            a secret instead        | TrustBenchmark.sharedSecret
            """),
    TRUST_IPV6("Trust by address, IPv6", "TrustBenchmark.address IPV6 1", """
            1 range (the yardstick) | TrustBenchmark.address IPV6 1
            16 ranges               | TrustBenchmark.address IPV6 16
            256 ranges              | TrustBenchmark.address IPV6 256
            """);

    private final String title;
    private final String yardstick;
    private final String rows;

    Section(String title, String yardstick, String rows) {
        this.title = title;
        this.yardstick = yardstick;
        this.rows = rows;
    }

    String title() {
        return title;
    }

    String yardstick() {
        return yardstick;
    }

    /** Titles and what was measured. */
    Map<String, String> rows() {
        Map<String, String> table = new LinkedHashMap<>();
        rows.lines().map(row -> row.split(" *\\| ", 2)).forEach(row -> table.put(row[0], row[1]));
        return table;
    }
}
