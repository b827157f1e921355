package com.authgear.headers.attacksuite;

import java.util.EnumMap;
import java.util.Map;

/** The backends that the rows are sent to, each started when first needed. */
final class BackendPool implements AutoCloseable {
    private final Map<Deployment, Backend> running = new EnumMap<>(Deployment.class);
    private final ContainerOption[] options;

    BackendPool(ContainerOption... options) {
        this.options = options;
    }

    Backend of(Deployment deployment) throws Exception {
        Backend started = running.get(deployment);
        if (started == null) {
            started = AttackTests.start(deployment, options);
            running.put(deployment, started);
        }
        return started;
    }

    @Override
    public void close() {
        running.values().forEach(Backend::close);
    }
}
