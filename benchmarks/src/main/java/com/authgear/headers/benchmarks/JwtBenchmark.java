package com.authgear.headers.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The cost of verifying an access token (RFC 9068) in the backend, with the key in memory. */
@State(Scope.Benchmark)
public class JwtBenchmark {
    private static final int KEY_BITS = 2048;

    private String token = "";
    private @Nullable JwtDecoder decoder;

    /** Makes a key and a token. */
    @Setup
    public void sign() throws GeneralSecurityException, JOSEException, ParseException {
        KeyPair keys = keys();
        token = token(keys);
        decoder =
                NimbusJwtDecoder.withPublicKey((RSAPublicKey) keys.getPublic()).build();
    }

    /** Signature and times. */
    @Benchmark
    public Jwt rs256() {
        return Objects.requireNonNull(decoder).decode(token);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair();
    }

    private static String token(KeyPair keys) throws JOSEException, ParseException {
        long now = Instant.now().getEpochSecond();
        JWTClaimsSet claims = JWTClaimsSet.parse(Map.of(
                "iss", "https://accounts.example.com",
                "aud", "https://app.example.com",
                "sub", "e5b0e4a5-6f2f-4c58-9d7c-2f1f4d9a8c11",
                "scope", "openid offline_access",
                "iat", now,
                "exp", now + Duration.ofDays(1).toSeconds()));
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        jwt.sign(new RSASSASigner(keys.getPrivate()));
        return jwt.serialize();
    }
}
