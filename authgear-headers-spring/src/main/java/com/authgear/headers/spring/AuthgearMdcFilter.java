package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Puts the user of a request into SLF4J's MDC, so that each of its log lines can name the user: {@value #USER_ID}.
 *
 * <p>The key is set for the time of the chain, on each dispatch anew, and on the thread that runs a controller's
 * {@code Callable}; then the former value is restored. It is absent where no user is authenticated. Other threads that
 * the application starts have only what it hands them. Map the filter to {@code /*}, behind
 * {@link com.authgear.headers.servlet.AuthgearHeadersFilter}, for all dispatcher types and with async supported. A user
 * id is personal data: mind who reads the log. Stateless.
 */
public final class AuthgearMdcFilter implements Filter {
    /** The key in the MDC. */
    public static final String USER_ID = "authgear.user_id";

    /** Has no options. */
    public AuthgearMdcFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String userId = request instanceof HttpServletRequest http ? userId(http.getUserPrincipal()) : null;
        if (userId != null) {
            WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(USER_ID, new OnCallable(userId));
        }
        String before = replace(userId);
        try {
            chain.doFilter(request, response);
        } finally {
            replace(before);
        }
    }

    /** Returns the former value, or null. */
    private static @Nullable String replace(@Nullable String userId) {
        String before = MDC.get(USER_ID);
        if (userId == null) {
            MDC.remove(USER_ID);
        } else {
            MDC.put(USER_ID, userId);
        }
        return before;
    }

    private static @Nullable String userId(@Nullable Principal user) {
        Object principal = user instanceof Authentication authentication ? authentication.getPrincipal() : user;
        return principal instanceof AuthgearPrincipal found ? found.userId() : null;
    }

    /** Sets the key on the thread of a Callable; a request has one at a time. */
    static final class OnCallable implements CallableProcessingInterceptor {
        private final String userId;
        private @Nullable String before;

        OnCallable(String userId) {
            this.userId = userId;
        }

        @Override
        public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
            before = replace(userId);
        }

        @Override
        public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
            replace(before);
        }
    }
}
