package com.authgear.headers.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearLogin;
import com.authgear.headers.servlet.StepUpFilter;
import com.authgear.headers.spring.boot.AuthgearHeadersProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mock.web.MockFilterConfig;

/** The tables of options name every init-param, every method of the builders and every property, and no other. */
final class OptionTablesTests {
    private static final Page SERVLET = Page.read("docs/servlet.md");
    private static final List<List<String>> FILTER = SERVLET.table("init-param of `AuthgearHeadersFilter`");
    private static final List<List<String>> STEP_UP = SERVLET.table("init-param of `StepUpFilter`");
    private static final Map<String, String> SECRET = Map.of("sharedSecret", "0123456789abcdefghijklmnopqrstuvwxyz");
    private static final Map<String, String> LOGIN = Map.of(
            "loginEndpoint", "https://auth.example.com",
            "loginClientId", "shop",
            "loginBaseUrl", "https://www.example.com");
    private static final String UNKNOWN = "there is no init-param";

    @Test
    void everyInitParamOfTheFilterHasARow() {
        assertThat(names(FILTER)).containsExactlyInAnyOrderElementsOf(known(AuthgearHeadersFilter::new, SECRET));
    }

    @Test
    void everyInitParamOfStepUpHasARow() {
        assertThat(names(STEP_UP)).containsExactlyInAnyOrderElementsOf(known(StepUpFilter::new, Map.of()));
    }

    @Test
    void unknownInitParamIsFound() {
        assertThatThrownBy(() -> start(new AuthgearHeadersFilter(), with(SECRET, "clockSkws", "1")))
                .hasMessageContaining(UNKNOWN);
        assertThatThrownBy(() -> start(new StepUpFilter(), Map.of("requireRecnt", "5m /x")))
                .hasMessageContaining(UNKNOWN);
    }

    @Test
    void exampleValuesAreAccepted() throws ServletException {
        for (List<String> row : FILTER) {
            String name = name(row);
            if (!name.endsWith("haredSecret") && !name.startsWith("sharedSecret") && !name.endsWith("Environment")) {
                Map<String, String> beside = new LinkedHashMap<>(name.equals("trustEveryPeer") ? Map.of() : SECRET);
                beside.putAll(name.startsWith("log") ? LOGIN : Map.of());
                start(new AuthgearHeadersFilter(), with(beside, name, name(row.subList(1, 2))));
            }
        }
        for (List<String> row : STEP_UP) {
            Map<String, String> amr = name(row).equals("justNow") ? Map.of("requireAmr", "mfa /x") : Map.of();
            start(new StepUpFilter(), with(amr, name(row), name(row.subList(1, 2))));
        }
    }

    @Test
    void everyMethodOfTheBuildersIsDocumented() {
        Set<String> named = Stream.concat(FILTER.stream(), STEP_UP.stream())
                .flatMap(row -> Page.code(row.get(2)).stream())
                .collect(Collectors.toSet());
        String others = SERVLET.text()
                .lines()
                .dropWhile(line -> !line.startsWith("Only the builder has"))
                .limit(2)
                .collect(Collectors.joining(" "));
        named.addAll(Page.code(others));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                options(builder(AuthgearHeadersFilter.class, ProxyTrust.class)),
                                options(builder(StepUpFilter.class)),
                                options(AuthgearHeaderParser.Builder.class),
                                options(AuthgearLogin.Builder.class),
                                Stream.of(ProxyTrust.class.getMethods())
                                        .filter(method -> method.getReturnType() == ProxyTrust.class)
                                        .map(method -> "ProxyTrust." + method.getName()))
                        .flatMap(names -> names)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyPropertyHasARowWithItsDefault() {
        Map<String, String> rows = new LinkedHashMap<>();
        Page.read("docs/spring.md")
                .table("`authgear.headers.`")
                .forEach(row -> rows.put(name(row), row.get(1).replace("`", "")));
        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(properties(AuthgearHeadersProperties.class, "")
                        .collect(Collectors.toMap(Option::name, Option::value)));
    }

    /** The properties of a record and of the records in it. */
    static Stream<Option> properties(Class<?> record, String prefix) {
        return Stream.of(record.getDeclaredConstructors()[0].getParameters()).flatMap(parameter -> {
            String name = prefix + kebab(parameter.getName());
            return parameter.getType().isRecord()
                    ? properties(parameter.getType(), name + ".")
                    : Stream.of(new Option(name, value(parameter)));
        });
    }

    private static String value(Parameter parameter) {
        DefaultValue value = parameter.getAnnotation(DefaultValue.class);
        return value == null ? "" : String.join(",", value.value());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What a filter does not call unknown, of all that is written in the sources of its module. */
    private static Set<String> known(Supplier<Filter> filter, Map<String, String> trust) {
        return Page.files("authgear-headers-servlet/src/main/java", ".java")
                .flatMap(file -> Pattern.compile("\"([a-zA-Z]+)\"")
                        .matcher(Page.text(file))
                        .results())
                .map(found -> found.group(1))
                .distinct()
                .filter(name -> isKnown(filter.get(), with(trust, name, "?")))
                .collect(Collectors.toSet());
    }

    private static boolean isKnown(Filter filter, Map<String, String> parameters) {
        try {
            start(filter, parameters);
            return true;
        } catch (ServletException e) {
            return !String.valueOf(e.getMessage()).contains(UNKNOWN);
        }
    }

    private static void start(Filter filter, Map<String, String> parameters) throws ServletException {
        MockFilterConfig config = new MockFilterConfig();
        parameters.forEach(config::addInitParameter);
        filter.init(config);
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    private static Class<?> builder(Class<?> filter, Class<?>... arguments) {
        try {
            return filter.getMethod("builder", arguments).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> options(Class<?> builder) {
        return Stream.of(builder.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .filter(name -> !name.equals("build"));
    }

    private static List<String> names(List<List<String>> rows) {
        return rows.stream().map(OptionTablesTests::name).toList();
    }

    /** The first code of the first cell. */
    private static String name(List<String> row) {
        return Page.code(row.get(0)).get(0);
    }

    /**
     * An option.
     *
     * @param name its name
     * @param value its default, the empty text for none
     */
    record Option(String name, String value) {}
}
