package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What several tests need. */
final class Fixtures {
    static final String CLEARED = "session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax";

    static final String CLEARED_STRICT =
            "same_site_strict=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict";

    private Fixtures() {}

    /** What a login sets. */
    static String[] cookies(String session) {
        return new String[] {
            "session=" + session + "; Path=/; Max-Age=31449600; HttpOnly; SameSite=Lax",
            "same_site_strict=true; Path=/; Max-Age=31449600; HttpOnly; SameSite=Strict"
        };
    }

    /** erin has everything, frank nothing, dave is disabled. */
    static UserTable users() {
        AuthgearPrincipal erin = AuthgearPrincipal.builder("0b6f2a3e-8c55-4f6e-9d8e-3d9a1c1f0a11")
                .verified(true)
                .canReauthenticate(true)
                .roles(List.of("manager", "store:clerk"))
                .amr(List.of("otp", "x_primary_oob_otp_email"))
                .acr("urn:acr")
                .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))
                .build();
        AuthgearPrincipal frank = AuthgearPrincipal.builder("frank").build();
        AuthgearPrincipal dave = AuthgearPrincipal.builder("dave").build();
        return UserTable.of(Map.of(
                "erin", StubUser.enabled(erin),
                "frank", StubUser.enabled(frank),
                "dave", new StubUser(dave, StubUser.Standing.DISABLED)));
    }

    static ResolverStub start(ResolverStub.Builder builder) {
        try {
            return builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of 127.0.0.{@code lastByte} that somebody listens on; 0 for any. */
    static ServerSocket take(int lastByte, int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte}));
    }

    static RawResponse get(ResolverStub stub, String target, String... lines) throws IOException {
        return RawClient.of(stub.port()).send(RawRequest.get(target, lines));
    }

    static RawResponse send(ResolverStub stub, RawRequest request) throws IOException {
        return RawClient.of(stub.port()).send(request);
    }

    /** What an answer says, in a word: the user id, {@code false}, or {@code none}. */
    static String outcome(RawResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        String valid = response.header("X-Authgear-Session-Valid").orElse("none");
        return valid.equals("true") ? response.header("X-Authgear-User-Id").orElseThrow() : valid;
    }

    /** Waits for something that happens on another thread, for which there is nothing to wait on. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
