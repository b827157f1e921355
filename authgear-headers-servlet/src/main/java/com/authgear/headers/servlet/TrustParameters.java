package com.authgear.headers.servlet;

import com.authgear.headers.ProxyTrust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the init-params that state the trust. There is no default. */
final class TrustParameters {
    private final InitParameters parameters;
    private final List<ProxyTrust> stated = new ArrayList<>();

    TrustParameters(InitParameters parameters) {
        this.parameters = parameters;
    }

    ProxyTrust trust() {
        parameters.read("sharedSecretEnvironment", name -> stated.add(ProxyTrust.sharedSecretEnvironment(name)));
        parameters.read("sharedSecretFile", file -> stated.add(ProxyTrust.sharedSecretFile(Path.of(file))));
        parameters.read("sharedSecret", this::sharedSecret);
        parameters.read("previousSharedSecret", value -> {
            throw new IllegalArgumentException("init-param previousSharedSecret needs sharedSecret beside it");
        });
        parameters.read("secretHeader", this::secretHeader);
        parameters.read("trustedProxies", ranges -> trustedProxies(InitParameters.list("trustedProxies", ranges)));
        parameters.readSwitch("trustEveryPeer", () -> stated.add(ProxyTrust.trustEveryPeer()));
        return onlyOne();
    }

    /** The secret, and the previous one while it is being changed. */
    private void sharedSecret(String current) {
        List<String> secrets = new ArrayList<>(List.of(current));
        parameters.read("previousSharedSecret", secrets::add);
        stated.add(ProxyTrust.sharedSecret(secrets.toArray(String[]::new)));
    }

    private void secretHeader(String name) {
        if (stated.size() != 1) {
            throw new IllegalArgumentException("init-param secretHeader needs one shared secret beside it");
        }
        stated.set(0, stated.get(0).withSecretHeader(name));
    }

    private void trustedProxies(String... ranges) {
        if (stated.isEmpty()) {
            stated.add(ProxyTrust.trustedProxies(ranges));
        } else {
            stated.replaceAll(trust -> trust.andTrustedProxies(ranges));
        }
    }

    private ProxyTrust onlyOne() {
        if (stated.isEmpty()) {
            throw new IllegalArgumentException("no trust is stated, so any client could be any user. Add the init-param"
                    + " sharedSecretEnvironment with the name of an environment variable that holds a secret of 32"
                    + " bytes or more, the same that the proxy sends as x-proxy-secret (or: sharedSecretFile, trustedProxies,"
                    + " trustEveryPeer)");
        }
        if (stated.size() > 1) {
            throw new IllegalArgumentException("state one trust: one of sharedSecretEnvironment, sharedSecretFile and"
                    + " sharedSecret, with or without trustedProxies; or trustEveryPeer alone");
        }
        return stated.get(0);
    }
}
