package com.authgear.headers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.RefusedHeadersException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing that the client sent is in a refusal: code and header are of a list, and these two name the remedy. */
final class Refusals {
    private static final Set<String> CODES = Set.of(
            "secret_missing",
            "secret_repeated",
            "secret_mismatch",
            "alias_header",
            "duplicate_header",
            "hop_by_hop_nomination",
            "orphan_headers",
            "contradiction",
            "incomplete_identity",
            "auth_failure_mode",
            "identity_without_credentials",
            "bad_boolean",
            "bad_user_id",
            "bad_acr",
            "bad_amr",
            "bad_authenticated_at",
            "bad_roles");
    private static final Set<String> HEADERS = Stream.concat(
                    Arrays.stream(AuthgearHeader.values()).map(AuthgearHeader::wireName),
                    Stream.of("X-Authgear-*", "Connection", "x-proxy-secret"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> remedies = new HashMap<>();

    void check(RefusedHeadersException refusal) {
        assertThat(isConstant(refusal))
                .as("%s, remedy %s", refusal, refusal.remedy())
                .isTrue();
    }

    private boolean isConstant(RefusedHeadersException refusal) {
        String reason = refusal.code() + ": " + refusal.header();
        return CODES.contains(refusal.code())
                && HEADERS.contains(refusal.header())
                && reason.equals(refusal.getMessage())
                && refusal.getCause() == null
                && refusal.getStackTrace().length == 0
                && refusal.remedy().equals(remedies.computeIfAbsent(reason, first -> refusal.remedy()));
    }
}
