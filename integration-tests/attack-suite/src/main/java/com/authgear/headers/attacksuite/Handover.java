package com.authgear.headers.attacksuite;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every way in which a servlet can dispatch its request to {@link HandoverServlet#TARGET}. */
enum Handover {
    FORWARD {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
            request.getRequestDispatcher(HandoverServlet.TARGET).forward(request, response);
        }
    },
    FORWARD_WRAPPED {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
            FORWARD.serve(new HttpServletRequestWrapper(request), response);
        }
    },
    INCLUDE {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
            request.getRequestDispatcher(HandoverServlet.TARGET).include(request, response);
        }
    },
    ASYNC {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) {
            request.startAsync().dispatch(HandoverServlet.TARGET);
        }
    },
    ASYNC_WRAPPED {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) {
            HttpServletRequest wrapped = new HttpServletRequestWrapper(request);
            request.startAsync(wrapped, response).dispatch(HandoverServlet.TARGET);
        }
    },
    ASYNC_FROM_A_THREAD {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) {
            AsyncContext context = request.startAsync();
            context.start(() -> context.dispatch(HandoverServlet.TARGET));
        }
    },
    /** To {@link ServletContainer#ERROR_PAGE}. */
    ERROR {
        @Override
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    };

    abstract void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
}
