package com.authgear.headers.bootsuite;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.preauth.RequestHeaderAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.util.function.ThrowingFunction;

/**
 * Chains with the headers as applications may write them, each for an area of its own: each configuration step, before
 * and after the headers, and random mixtures. A chain without the library is the oracle.
 */
@Configuration(proxyBeanMethods = false)
@Import(WrittenChains.Registrar.class)
class WrittenChains {
    static final long SEED = 20261128;
    /** The area of the chain without the library. */
    static final String TWIN = "/twin";
    /** The header that makes alice the user there. */
    static final String TWIN_LINE = "x-twin: alice";

    private static final String TWIN_HEADER = "x-twin";

    static final List<Written> ALL = all();

    private static final int MIXTURES = 40;

    /**
     * One chain.
     *
     * @param area the path that it is for
     * @param sayings what it says, in this order
     */
    record Written(String area, List<Saying> sayings) {
        boolean opensSession() {
            return sayings.stream().anyMatch(Saying::opensSession);
        }

        SecurityFilterChain in(HttpSecurity http) throws Exception {
            if (!area.isEmpty()) {
                http.securityMatcher(area + "/**");
            }
            for (Saying saying : sayings) {
                saying.code().addTo(http);
            }
            return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }

        @Override
        public String toString() {
            return sayings.stream().map(Saying::name).collect(Collectors.joining(", ", area + ": ", ""));
        }
    }

    private static List<Written> all() {
        List<List<Saying>> all = new ArrayList<>();
        all.add(List.of(Saying.HEADERS));
        Saying.ROWS.stream().flatMap(List::stream).forEach(saying -> {
            all.add(List.of(Saying.HEADERS, saying));
            all.add(List.of(saying, Saying.HEADERS));
        });
        Random random = new Random(SEED);
        for (int i = 0; i < MIXTURES; i++) {
            all.add(mixture(random));
        }
        List<Written> written = new ArrayList<>();
        all.forEach(sayings -> written.add(new Written("/c" + written.size(), sayings)));
        return List.copyOf(written);
    }

    private static List<Saying> mixture(Random random) {
        List<Saying> mixture = new ArrayList<>(List.of(Saying.HEADERS));
        for (List<Saying> row : Saying.ROWS) {
            int chosen = random.nextInt(row.size() + 1);
            if (chosen < row.size()) {
                mixture.add(row.get(chosen));
            }
        }
        Collections.shuffle(mixture, random);
        return List.copyOf(mixture);
    }

    /** Pre-authentication by Spring Security alone, which keeps its user in the request. */
    private static SecurityFilterChain twin(HttpSecurity http) throws Exception {
        RequestHeaderAuthenticationFilter filter = new RequestHeaderAuthenticationFilter();
        filter.setPrincipalRequestHeader(TWIN_HEADER);
        filter.setExceptionIfHeaderMissing(false);
        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        filter.setAuthenticationManager(user -> new PreAuthenticatedAuthenticationToken(
                Requests.ALICE, "", AuthorityUtils.createAuthorityList("USER")));
        return http.securityMatcher(TWIN + "/**")
                .addFilterBefore(filter, CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .requireCsrfProtectionMatcher(request -> request.getHeader(TWIN_HEADER) != null
                                && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        all -> all.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Defines a bean for each, and last one for all other paths. */
    record Registrar(BeanFactory beans) implements ImportBeanDefinitionRegistrar {
        @Override
        public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
            define(registry, WrittenChains::twin);
            ALL.forEach(chain -> define(registry, chain::in));
            define(registry, new Written("", List.of(Saying.HEADERS))::in);
        }

        private void define(
                BeanDefinitionRegistry registry, ThrowingFunction<HttpSecurity, SecurityFilterChain> chain) {
            String name = "chain" + registry.getBeanDefinitionCount();
            registry.registerBeanDefinition(
                    name,
                    BeanDefinitionBuilder.rootBeanDefinition(
                                    SecurityFilterChain.class, () -> chain.apply(beans.getBean(HttpSecurity.class)))
                            .getBeanDefinition());
        }
    }
}
