package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * What the client still sends while it is being refused. A container that closes the connection then makes a proxy that
 * is in the middle of writing answer 502, and the 401 is lost.
 */
final class UnreadBody {
    /** 2 MiB, as much as Tomcat swallows by itself. A larger body is left to the container. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;

    private UnreadBody() {}

    /**
     * Reads and forgets the body, unless it is large, was asked for already, or waits for a 100 Continue.
     *
     * @return false if it could not be read, since the client has left or sent no HTTP: Tomcat then answers by itself
     */
    static boolean drain(HttpServletRequest request) {
        if (request.getHeader("Expect") != null || request.getContentLengthLong() > MAX_BYTES) {
            return true;
        }
        try {
            drain(request.getInputStream());
            return true;
        } catch (IllegalStateException taken) {
            // An earlier filter reads the body: nothing to do for us.
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void drain(InputStream body) throws IOException {
        // Most refused requests have no body, and need no buffer.
        int left = body.read() < 0 ? 0 : MAX_BYTES - 1;
        byte[] buffer = new byte[Math.min(left, BUFFER_BYTES)];
        while (left > 0) {
            int read = body.read(buffer, 0, Math.min(left, buffer.length));
            left = read < 0 ? 0 : left - read;
        }
    }
}
