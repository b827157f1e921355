package com.authgear.headers.attacksuite;

/** What a container may be asked for beyond a plain start. */
public enum ContainerOption {
    /** One thread serves all requests. */
    ONE_THREAD
}
