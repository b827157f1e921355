package com.authgear.headers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

final class GrowthTests {
    private final GrowthBenchmark benchmark = new GrowthBenchmark();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headers-10000",
                "bytes-65536",
                "roles-200",
                "longest_legal-1",
                "commas_in_amr-8192",
                "commas_in_connection-8192",
                "semicolons_in_cookie-8192",
                "names_in_cookie-8192",
                "unknown_names-10000"
            })
    void userIsFoundHoweverMuchThereIsBesides(String size) {
        assertThat(run(size)).isInstanceOf(AuthgearSession.Valid.class);
    }

    @Test
    void emptyRolesAreRefused() {
        assertThat(run("commas_in_roles-8192"))
                .isInstanceOfSatisfying(
                        MalformedHeadersException.class,
                        refused -> assertThat(refused.code()).isEqualTo("bad_roles"));
    }

    @Test
    void longestLegalOneIsAsLongAsTheGrammarAllows() {
        AuthgearPrincipal user = ((AuthgearSession.Valid) run("longest_legal-1")).principal();
        assertThat(user.userId()).hasSize(128);
        assertThat(user.roles()).hasSize(200);
        assertThat(user.amr()).hasSize(64);
        assertThat(user.acr().orElseThrow()).hasSize(256);
    }

    @Test
    void everySizeThatIsMeasuredGrows() throws NoSuchFieldException {
        List<String> sizes = Arrays.asList(GrowthBenchmark.Sized.class
                .getDeclaredField("size")
                .getAnnotation(Param.class)
                .value());
        assertThat(sizes).allSatisfy(size -> assertThat(Growth.fields(size)).isNotEmpty());
        assertThat(Growth.fields("headers-1000")).hasSize(1008);
    }

    private Object run(String size) {
        GrowthBenchmark.Sized sized = new GrowthBenchmark.Sized();
        sized.size = size;
        sized.fill();
        return benchmark.request(sized);
    }
}
