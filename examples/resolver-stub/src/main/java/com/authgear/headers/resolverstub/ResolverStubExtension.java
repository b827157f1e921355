package com.authgear.headers.resolverstub;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link ResolverStub} on any free port of 127.0.0.1 for tests with JUnit Jupiter, 5.12 or newer:
 *
 * <pre>{@code
 * @RegisterExtension
 * static ResolverStubExtension resolver = new ResolverStubExtension();
 * }</pre>
 *
 * <p>Declared on a class or in a static field it starts once for the class, nested ones included; in another field or on a
 * method, once for each test. Each test begins without a fault. With {@code @ExtendWith(ResolverStubExtension.class)} the
 * stub is a parameter of type {@link ResolverStub}. Thread-safe; tests that run at the same time share its faults.
 */
public final class ResolverStubExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final ResolverStub.Builder builder;
    private @Nullable ResolverStub running;
    /** Who started it, and so must stop it. */
    private @Nullable String owner;

    /** A stub with the default users and every switch off. */
    public ResolverStubExtension() {
        this(ResolverStub.builder());
    }

    /**
     * A stub of one's own.
     *
     * @param builder its users and switches; asked for a new stub at each start
     */
    public ResolverStubExtension(ResolverStub.Builder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
    }

    /**
     * The running stub.
     *
     * @return the stub
     * @throws IllegalStateException if no test is running
     */
    public synchronized ResolverStub stub() {
        if (running == null) {
            throw new IllegalStateException(
                    "the stub is not running: declare the extension with @RegisterExtension or @ExtendWith");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        start(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stub().fault(Fault.Simple.NONE);
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ResolverStub.class;
    }

    @Override
    public ResolverStub resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stub();
    }

    private synchronized void start(ExtensionContext context) throws IOException {
        if (running == null) {
            running = builder.build().start();
            owner = context.getUniqueId();
        }
    }

    private synchronized void stop(ExtensionContext context) {
        if (running != null && context.getUniqueId().equals(owner)) {
            running.close();
            running = null;
            owner = null;
        }
    }
}
