package com.authgear.headers.bootsuite;

import com.authgear.headers.AuthgearPrincipal;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The user on other threads than the request's. The own executor has one thread, so that a second request meets it. */
@RestController
final class ThreadController implements DisposableBean {
    private final ExecutorService plain = Executors.newSingleThreadExecutor();
    private final Executor delegating = new DelegatingSecurityContextExecutor(plain);

    @GetMapping({"/callable", "/{area}/callable"})
    Callable<String> callable() {
        return ThreadController::user;
    }

    @GetMapping({"/deferred", "/{area}/deferred"})
    DeferredResult<String> deferred(@AuthenticationPrincipal @Nullable AuthgearPrincipal user) {
        DeferredResult<String> result = new DeferredResult<>();
        plain.execute(() -> result.setResult(user == null ? UserController.NOBODY : user.userId()));
        return result;
    }

    @GetMapping({"/executor", "/{area}/executor"})
    CompletableFuture<String> executor() {
        return CompletableFuture.supplyAsync(ThreadController::user, delegating);
    }

    /** Runs on the executor's thread without context propagation, to see what an earlier request left there. */
    @GetMapping({"/left", "/{area}/left"})
    CompletableFuture<String> left() {
        return CompletableFuture.supplyAsync(ThreadController::user, plain);
    }

    @GetMapping({"/late-failure", "/{area}/late-failure"})
    Callable<String> lateFailure() {
        return () -> {
            throw new IllegalStateException("on purpose, for " + user());
        };
    }

    @Override
    public void destroy() {
        plain.shutdownNow();
    }

    private static String user() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? UserController.NOBODY : user.getName();
    }
}
