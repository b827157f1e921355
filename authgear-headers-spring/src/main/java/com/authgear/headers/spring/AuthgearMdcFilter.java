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
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Lets every line that is logged for a request name its user: {@value #USER_ID} in SLF4J's MDC.
 *
 * <p>Set for the time of the chain and restored afterwards, on each dispatch anew, and on the thread that runs a
 * controller's {@code Callable}; absent where nobody is authenticated. Other threads that the application starts have
 * what it hands them. Map it to {@code /*}, behind
 * {@link com.authgear.headers.servlet.AuthgearHeadersFilter}, for all dispatcher types and with async supported. A user
 * id is personal data: mind who reads the log. Stateless.
 */
public final class AuthgearMdcFilter implements Filter {
    /** The key in the MDC. */
    public static final String USER_ID = "authgear.user_id";

    /** The only one is as good as any other. */
    public AuthgearMdcFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String userId = request instanceof HttpServletRequest http ? userId(http.getUserPrincipal()) : null;
        if (userId != null) {
            WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(USER_ID, new MdcOfCallable(userId));
        }
        String before = replace(userId);
        try {
            chain.doFilter(request, response);
        } finally {
            replace(before);
        }
    }

    /** The value that stood there, null where none did. */
    static @Nullable String replace(@Nullable String userId) {
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
}
