package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.RefusedHeadersException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Servlets that dispatch their request in every way of the Servlet API. */
final class DispatchingServlets {
    private DispatchingServlets() {}

    static HttpServlet forward(String target) {
        return servlet(
                (request, response) -> request.getRequestDispatcher(target).forward(request, response));
    }

    static HttpServlet include(String target) {
        return servlet(
                (request, response) -> request.getRequestDispatcher(target).include(request, response));
    }

    static HttpServlet async(String target) {
        return servlet((request, response) -> request.startAsync().dispatch(target));
    }

    /** Dispatches to itself with the request that the context holds, which must not show the headers. */
    static HttpServlet asyncOfContext() {
        return servlet((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                response.getWriter().print(WhoServlet.who(request));
            } else {
                AsyncContext context = request.startAsync();
                HttpServletRequest held = (HttpServletRequest) context.getRequest();
                if (held.getHeader("x-authgear-user-id") == null) {
                    context.dispatch();
                } else {
                    context.complete();
                }
            }
        });
    }

    static HttpServlet thread() {
        return servlet((request, response) -> {
            AsyncContext context = request.startAsync();
            context.start(() -> {
                print(response, WhoServlet.who(request));
                context.complete();
            });
        });
    }

    static HttpServlet error() {
        return servlet((request, response) -> response.sendError(403));
    }

    static HttpServlet isManager() {
        return servlet((request, response) -> response.getWriter().print(request.isUserInRole("manager")));
    }

    /** Answers first, then dispatches. */
    static HttpServlet asyncAfterTheAnswer(String target) {
        return servlet((request, response) -> {
            response.flushBuffer();
            request.startAsync().dispatch(target);
        });
    }

    /** The number of our wrappers around the request. */
    static HttpServlet wrappers() {
        return servlet((request, response) -> {
            int count = 0;
            ServletRequest current = request;
            while (current instanceof ServletRequestWrapper wrapper) {
                count += wrapper instanceof AuthenticatedRequest ? 1 : 0;
                current = wrapper.getRequest();
            }
            response.getWriter().print(count);
        });
    }

    static HttpServlet rawUserId() {
        return servlet((request, response) -> response.getWriter().print(request.getHeader("x-authgear-user-id")));
    }

    static HttpServlet whoAndWhyNot() {
        return servlet((request, response) -> response.getWriter()
                .print(WhoServlet.who(request) + " "
                        + AuthgearRequests.refusal(request)
                                .map(RefusedHeadersException::code)
                                .orElse("-")));
    }

    static HttpServlet sensitive() {
        return servlet((request, response) -> {
            Optional<AuthgearPrincipal> user = AuthgearRequests.require(request, response);
            if (user.isPresent()) {
                response.getWriter().print(user.get().userId());
            }
        });
    }

    /** A filter before the application that asks its user to authenticate again. */
    static Filter stepUp(String reason) {
        return (request, response, chain) -> {
            AuthgearRequests.refuser(request).stepUp(reason);
            chain.doFilter(request, response);
        };
    }

    private static void print(HttpServletResponse response, String text) {
        try {
            response.getWriter().print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServlet servlet(Service service) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                service.serve(request, response);
            }
        };
    }

    @FunctionalInterface
    private interface Service extends java.io.Serializable {
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }
}
