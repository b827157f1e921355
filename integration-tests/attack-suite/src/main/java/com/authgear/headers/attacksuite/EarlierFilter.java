package com.authgear.headers.attacksuite;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** What a filter ahead of the library can do with a request body. */
enum EarlierFilter {
    READS_IT {
        @Override
        HttpServletRequest change(HttpServletRequest request) throws IOException {
            request.getInputStream().readAllBytes();
            return request;
        }
    },
    READS_A_BYTE {
        @Override
        HttpServletRequest change(HttpServletRequest request) throws IOException {
            request.getInputStream().read();
            return request;
        }
    },
    READS_THE_TEXT {
        @Override
        HttpServletRequest change(HttpServletRequest request) throws IOException {
            request.getReader().lines().forEach(line -> {});
            return request;
        }
    },
    READS_A_CHARACTER {
        @Override
        HttpServletRequest change(HttpServletRequest request) throws IOException {
            request.getReader().read();
            return request;
        }
    },
    READS_PARAMETERS {
        @Override
        HttpServletRequest change(HttpServletRequest request) {
            request.getParameterMap();
            return request;
        }
    },
    HIDES_IT {
        @Override
        HttpServletRequest change(HttpServletRequest request) {
            return new HttpServletRequestWrapper(request) {
                @Override
                public ServletInputStream getInputStream() {
                    throw new UnsupportedOperationException();
                }
            };
        }
    };

    abstract HttpServletRequest change(HttpServletRequest request) throws IOException;
}
