package com.authgear.headers.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.authgear.headers.AuthgearPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

final class AuthoritiesMapperTests {
    private final AuthgearAuthoritiesMapper mapper = AuthgearAuthoritiesMapper.withDefaults();

    @Test
    void userIsAUserOrAnonymousAndNeverBoth() {
        assertThat(names(mapper, AuthgearPrincipal.builder("alice"))).containsExactly("AUTHGEAR_USER");
        assertThat(names(mapper, AuthgearPrincipal.builder("guest").anonymous(true)))
                .containsExactly("AUTHGEAR_ANONYMOUS");
    }

    @Test
    void onlyAVerifiedUserIsVerified() {
        assertThat(names(mapper, AuthgearPrincipal.builder("alice").verified(true)))
                .containsExactly("AUTHGEAR_USER", "AUTHGEAR_VERIFIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACTOR_PASSWORD", "ROLE_x", "AUTHGEAR_VERIFIED", "manager"})
    void roleKeyStaysARole(String key) {
        assertThat(names(mapper, AuthgearPrincipal.builder("alice").roles(List.of(key))))
                .containsExactly("AUTHGEAR_USER", "ROLE_" + key);
    }

    @Test
    void rolePrefixCanBeChanged() {
        assertThat(names(
                        AuthgearAuthoritiesMapper.withRolePrefix("GROUP_"),
                        AuthgearPrincipal.builder("alice").roles(List.of("manager"))))
                .containsExactly("AUTHGEAR_USER", "GROUP_manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AUTHGEAR_", "AUTHGEAR_X", "FACTOR_"})
    void rolePrefixOfOtherAuthoritiesIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuthgearAuthoritiesMapper.withRolePrefix(prefix));
    }

    @Test
    void authoritiesOfTwoMappersAreJoined() {
        AuthgearAuthoritiesMapper both = mapper.and(user -> AuthorityUtils.createAuthorityList("OWN"));
        assertThat(names(both, AuthgearPrincipal.builder("alice"))).containsExactly("AUTHGEAR_USER", "OWN");
        assertThat(names(mapper, AuthgearPrincipal.builder("alice"))).containsExactly("AUTHGEAR_USER");
    }

    private static List<String> names(AuthgearAuthoritiesMapper mapper, AuthgearPrincipal.Builder user) {
        return mapper.authorities(user.build()).stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
