package com.authgear.headers.bootsuite;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the user whom the MDC names. */
@RestController
final class MdcController {
    private static final Logger LOGGER = LoggerFactory.getLogger(MdcController.class);

    @GetMapping({"/mdc", "/{area}/mdc"})
    String mdc() {
        LOGGER.warn("a line of the application");
        return whom();
    }

    @GetMapping({"/mdc/callable", "/{area}/mdc/callable"})
    Callable<String> callable() {
        return MdcController::whom;
    }

    @GetMapping({"/mdc/failure", "/{area}/mdc/failure"})
    String failure() {
        throw new IllegalStateException("on purpose, for " + whom());
    }

    @GetMapping({"/mdc/late-failure", "/{area}/mdc/late-failure"})
    Callable<String> lateFailure() {
        return () -> {
            throw new IllegalStateException("on purpose, for " + whom());
        };
    }

    /** Runs on a thread of the container first, and is then dispatched. */
    @GetMapping({"/mdc/async", "/{area}/mdc/async"})
    @Nullable
    String async(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return whom();
        }
        AsyncContext context = request.startAsync();
        context.start(context::dispatch);
        return null;
    }

    static String whom() {
        return String.valueOf(MDC.get("authgear.user_id"));
    }
}
