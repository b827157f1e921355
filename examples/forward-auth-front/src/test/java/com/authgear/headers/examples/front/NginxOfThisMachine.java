package com.authgear.headers.examples.front;

import java.nio.file.Path;

/** NGINX where it is installed, as {@link ProxyOfThisMachine} finds it. */
public final class NginxOfThisMachine {
    private NginxOfThisMachine() {}

    public static Path orSkip() {
        return ProxyOfThisMachine.orSkip(ProxyProgram.NGINX);
    }
}
