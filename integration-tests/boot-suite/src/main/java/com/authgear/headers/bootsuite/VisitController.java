package com.authgear.headers.bootsuite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Uses an HTTP session, as a shopping cart does: answers its id and the number of visits. */
@RestController
final class VisitController {
    @GetMapping({"/visits", "/{area}/visits"})
    synchronized String visit(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute("visits") == null) {
            session.setAttribute("visits", new AtomicInteger());
        }
        AtomicInteger visits = (AtomicInteger) session.getAttribute("visits");
        return session.getId() + " " + visits.incrementAndGet();
    }
}
