package com.authgear.headers.attacksuite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** An application with many routers. Each handles the request in turn, directly or after a dispatch, and marks it. */
final class RouterServlet extends HttpServlet {
    /** The header that says how the request is handed on. */
    static final String WAY = "x-way";

    /** The header with the path that an application might have chosen for a dispatch. */
    static final String TO = "x-to";

    /** What the application puts before the path where it hands it on. */
    static final String AGAIN = "/again";

    private static final long serialVersionUID = 1L;

    private final transient List<? extends HttpServlet> routers;

    RouterServlet(List<? extends HttpServlet> routers) {
        this.routers = routers;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        for (HttpServlet router : routers) {
            router.init(config);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String way = request.getDispatcherType() == DispatcherType.REQUEST ? request.getHeader(WAY) : null;
        switch (way == null ? "" : way) {
            case "forward" -> forward(request, response, AGAIN + raw(request));
            case "forward-decoded" -> forward(request, response, AGAIN + mapped(request));
            case "forward-to" -> forward(request, response, AGAIN + request.getHeader(TO));
            case "async" -> request.startAsync(request, response).dispatch(AGAIN + raw(request));
            case "async-to" -> request.startAsync(request, response).dispatch(AGAIN + request.getHeader(TO));
            case "async-same" -> request.startAsync(request, response).dispatch();
            default -> route(request, response);
        }
    }

    private void route(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SloppyRouter.route(request, AGAIN);
        for (HttpServlet router : routers) {
            try {
                router.service(request, new DiscardedResponse(response));
            } catch (ServletException | RuntimeException unroutable) {
                // A failing router has run no handler, or its handler has already left its mark.
            }
        }
        response.getWriter().print(Area.printed(request));
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, String path)
            throws ServletException, IOException {
        RequestDispatcher dispatcher = request.getRequestDispatcher(path);
        if (dispatcher == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            dispatcher.forward(request, response);
        }
    }

    private static String raw(HttpServletRequest request) {
        String context = request.getServletContext().getContextPath();
        String uri = request.getRequestURI();
        return uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }

    private static String mapped(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
