package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;

import com.authgear.headers.harness.RawRequest;
import java.util.List;

/** Requests that reach the backend past the proxy. */
final class WaysAround {
    private static final RawRequest WITHOUT_SECRET = Honest.request().without("x-proxy-secret");
    private static final RawRequest WRONG_SECRET = WITHOUT_SECRET.with("x-proxy-secret: " + "0".repeat(64));
    private static final RawRequest PROBE = RawRequest.get(Honest.PUBLIC_PAGE);
    private static final int LONG_BODY = 500_000;
    private static final String FORWARDED_FOR = "X-Forwarded-For: ";
    private static final String UNTRUSTED = "peer_untrusted";

    static final List<Attack> ROWS = List.of(
            attack("C01", "identity from another machine, without a secret")
                    .from(Honest.NEIGHBOUR)
                    .sends(WITHOUT_SECRET)
                    .twin(PROBE, new Nobody())
                    .refused("secret_missing"),
            attack("C01", "identity with a bearer token, without a secret")
                    .from(Honest.NEIGHBOUR)
                    .sends(WITHOUT_SECRET.with(Honest.BEARER_LINE))
                    .refused("secret_missing"),
            attack("C01", "identity above a long body, without a secret")
                    .from(Honest.NEIGHBOUR)
                    .sends(WITHOUT_SECRET.by("POST").withBody("x".repeat(LONG_BODY)))
                    .refused("secret_missing"),
            attack("C01", "roles alone on a public page, without a secret")
                    .from(Honest.NEIGHBOUR)
                    .sends(PROBE.with("x-authgear-user-roles: admin"))
                    .twin(PROBE, new Nobody())
                    .refused("secret_missing"),
            attack("C01", "identity from another machine, address asked for")
                    .on(Deployment.PROXY_ADDRESS)
                    .from(Honest.NEIGHBOUR)
                    .sends(WITHOUT_SECRET)
                    .twin(WITHOUT_SECRET)
                    .refused(UNTRUSTED),
            attack("C02", "claim to be forwarded for the proxy")
                    .on(Deployment.PROXY_ADDRESS)
                    .from(Honest.NEIGHBOUR)
                    .sends(claims(Honest.PROXY_ADDRESS))
                    .twin(claims("203.0.113.9"))
                    .refused(UNTRUSTED),
            attack("C02", "claim to be forwarded for the proxy, secret stolen")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .from(Honest.NEIGHBOUR)
                    .sends(claims(Honest.PROXY_ADDRESS).with(Honest.SECRET_LINE))
                    .twin(claims("203.0.113.9").with(Honest.SECRET_LINE))
                    .refused(UNTRUSTED),
            attack("C03", "address just above the trusted one")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .from(Honest.PROXY + 1)
                    .refused(UNTRUSTED),
            attack("C03", "address just below the trusted one")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .from(Honest.PROXY - 1)
                    .refused(UNTRUSTED),
            attack("C05", "bytes smuggled through the proxy, without a secret")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .sends(WITHOUT_SECRET)
                    .refused("secret_missing"),
            attack("C05", "bytes smuggled through the proxy, with a wrong secret")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .sends(WRONG_SECRET)
                    .refused("secret_mismatch"),
            attack("C06", "right secret from a neighbour")
                    .on(Deployment.SECRET_AND_ADDRESS)
                    .from(Honest.NEIGHBOUR)
                    .refused(UNTRUSTED),
            attack("C06", "request forged on the proxy's machine, with a wrong secret")
                    .sends(WRONG_SECRET)
                    .refused("secret_mismatch"));

    private WaysAround() {}

    private static RawRequest claims(String address) {
        return WITHOUT_SECRET.with(FORWARDED_FOR + address, "Forwarded: for=" + address, "X-Real-IP: " + address);
    }
}
