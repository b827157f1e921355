package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Transfers money of a user who has logged in within the last five minutes. */
final class TransferServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = """
            <form method="post">
              <label>Amount <input name="amount" inputmode="numeric" pattern="[0-9]{1,9}" required></label>
              <button>Transfer</button>
            </form>
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page.send(response, "Transfer", FORM);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (AuthgearRequests.requireRecent(request, response, Duration.ofMinutes(5))
                .isEmpty()) {
            return; // the answer is sent: to the login, 401 or 403
        }
        String amount = request.getParameter("amount");
        if (amount == null || !amount.matches("[0-9]{1,9}")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Page.send(response, "Transferred " + amount, "");
    }
}
