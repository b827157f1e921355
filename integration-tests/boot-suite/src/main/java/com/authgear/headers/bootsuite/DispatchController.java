package com.authgear.headers.bootsuite;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dispatches a request to another page of the application. */
@RestController
final class DispatchController {
    @GetMapping({"/forward", "/{area}/forward"})
    void forward(@RequestParam("to") String to, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(to).forward(request, response);
    }

    @GetMapping({"/include", "/{area}/include"})
    void include(@RequestParam("to") String to, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.getOutputStream().print("[");
        request.getRequestDispatcher(to).include(request, response);
        response.getOutputStream().print("]");
    }
}
