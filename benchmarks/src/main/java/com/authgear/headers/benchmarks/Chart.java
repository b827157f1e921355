package com.authgear.headers.benchmarks;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** The picture of the README: one bar a way of knowing who a request is from. */
final class Chart {
    private static final String SERIES = "nanoseconds";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 340;
    private static final Color OURS = new Color(0x1F6FEB);
    private static final Color THEIRS = new Color(0x9AA4B2);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
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

    static void write(Results results, Path file) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart(results).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        new SVGProcessor()
                .getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT))
                .writeTo(svg);
        Files.writeString(file, described(svg.toString(StandardCharsets.UTF_8), results));
    }

    /** The letters are drawn as outlines, so that they look the same everywhere; who cannot see them reads this. */
    private static String described(String svg, Results results) {
        String figures = BARS.entrySet().stream()
                .map(bar -> bar.getKey() + ": "
                        + Math.round(results.of(bar.getValue()).time()) + " ns")
                .collect(Collectors.joining("; "));
        return svg.replaceFirst("<svg [^>]*>", "$0<desc>" + figures + "</desc>");
    }

    private static JFreeChart chart(Results results) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        BARS.forEach((title, name) -> data.addValue(results.of(name).time(), SERIES, title));
        JFreeChart chart = ChartFactory.createBarChart(
                null,
                null,
                "nanoseconds a request, less is better",
                data,
                PlotOrientation.HORIZONTAL,
                false,
                false,
                false);
        chart.setBackgroundPaint(Color.WHITE);
        style(chart.getCategoryPlot());
        return chart;
    }

    private static void style(CategoryPlot plot) {
        LogAxis axis = new LogAxis("nanoseconds a request (logarithmic), less is better");
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setSmallestValue(10);
        axis.setRange(10, 1_000_000);
        axis.setTickLabelFont(FONT);
        axis.setLabelFont(FONT);
        plot.setRangeAxis(axis);
        plot.getDomainAxis().setTickLabelFont(FONT);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.5f);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setRenderer(renderer(plot));
    }

    private static BarRenderer renderer(CategoryPlot plot) {
        BarRenderer bars = new BarRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Paint getItemPaint(int row, int column) {
                return plot.getDataset().getColumnKey(column).toString().startsWith("our ") ? OURS : THEIRS;
            }
        };
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        bars.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", NumberFormat.getIntegerInstance(Locale.ROOT)));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(FONT);
        return bars;
    }
}
