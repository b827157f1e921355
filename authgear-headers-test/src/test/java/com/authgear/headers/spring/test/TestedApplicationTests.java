package com.authgear.headers.spring.test;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The mapper of the chain is used first, then a bean. */
final class TestedApplicationTests {
    @Test
    void mapperOfTheChainGivesTheAuthorities() {
        assertThat(authorities(MapperBean.class, OwnChain.class)).containsExactly("alice of the chain");
    }

    @Test
    void mapperBeanGivesTheAuthoritiesWithoutAChain() {
        assertThat(authorities(MapperBean.class)).containsExactly("alice of the bean");
    }

    @Test
    void defaultMapperGivesTheAuthoritiesWithoutEither() {
        assertThat(authorities()).containsExactly("AUTHGEAR_USER");
        assertThat(authorities(new TestedApplication(null))).containsExactly("AUTHGEAR_USER");
    }

    private static List<String> authorities(Class<?>... configurations) {
        try (AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            if (configurations.length > 0) {
                context.register(configurations);
            }
            context.refresh();
            return authorities(new TestedApplication(context));
        }
    }

    private static List<String> authorities(TestedApplication application) {
        AuthgearPrincipal alice = AuthgearPrincipal.builder("alice").build();
        Authentication authentication = application.authentication(alice);
        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(authentication.getPrincipal()).isSameAs(alice);
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private static AuthgearAuthoritiesMapper naming(String place) {
        return user -> AuthorityUtils.createAuthorityList(user.userId() + " of the " + place);
    }

    @Configuration(proxyBeanMethods = false)
    static class MapperBean {
        @Bean
        AuthgearAuthoritiesMapper mapper() {
            return naming("bean");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class OwnChain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(
                            authgearHeaders(),
                            headers ->
                                    headers.trust(ProxyTrust.trustEveryPeer()).authorities(naming("chain")))
                    .build();
        }
    }
}
