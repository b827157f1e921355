package com.authgear.headers.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The chart of the README: one bar for each way to identify the user of a request, on a logarithmic scale. */
final class Chart {
    private static final int FROM = 10;
    private static final int DECADE = 85;
    private static final int LEFT = 300;
    private static final int TOP = 28;
    private static final Map<String, String> BARS = new LinkedHashMap<>();

    static {
        BARS.put("nine look-ups, nothing else", "ParseBenchmark.lookUps");
        BARS.put("nine headers read by hand, unchecked", "ParseBenchmark.handWritten");
        BARS.put("our parser, all checks", "ParseBenchmark.parse VALID");
        BARS.put("our whole decision, secret included", "ParseBenchmark.authenticate");
        BARS.put("read by hand from a servlet request", "FilterBenchmark.handWritten");
        BARS.put("our servlet filter", "FilterBenchmark.filter");
        BARS.put("our Spring Security adapter", "SpringBenchmark.adapter JETTY");
        BARS.put("Spring's RequestHeaderAuthenticationFilter", "SpringBenchmark.requestHeader JETTY");
        BARS.put("an RS256 token, NimbusJwtDecoder", "JwtBenchmark.rs256");
    }

    private Chart() {}

    /** Draws the results of a run. Arguments: the JSON that it wrote, and the SVG. */
    public static void main(String... files) throws IOException {
        write(Results.read(Path.of(files[0])), Path.of(files[1]));
    }

    static void write(Results results, Path file) throws IOException {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"340\""
                + " font-family=\"sans-serif\" font-size=\"12\"><rect width=\"760\" height=\"340\" fill=\"white\"/>\n");
        for (int decade = 0; decade <= 5; decade++) {
            long nanos = Math.round(FROM * Math.pow(10, decade));
            int x = LEFT + decade * DECADE;
            svg.append(
                    "<path d=\"M%d 8V295\" stroke=\"lightgray\"/><text x=\"%d\" y=\"312\" text-anchor=\"middle\">%s</text>\n"
                            .formatted(x, x, number(nanos)));
        }
        int y = TOP;
        for (Map.Entry<String, String> bar : BARS.entrySet()) {
            svg.append(bar(y, bar.getKey(), results.of(bar.getValue()).time()));
            y += 30;
        }
        svg.append(
                "<text x=\"512\" y=\"332\" text-anchor=\"middle\">nanoseconds a request (logarithmic), less is better"
                        + "</text></svg>\n");
        Files.writeString(file, svg);
    }

    private static String bar(int y, String title, double nanos) {
        long width = Math.round(Math.log10(nanos / FROM) * DECADE);
        return """
            <text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%d" height="22" fill="%s"/>\
            <text x="%d" y="%d">%s ns</text>
            """.formatted(
                        LEFT - 8,
                        y,
                        title,
                        LEFT,
                        y - 15,
                        width,
                        title.startsWith("our ") ? "#1f6feb" : "#9aa4b2",
                        LEFT + width + 6,
                        y,
                        number(Math.round(nanos)));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
