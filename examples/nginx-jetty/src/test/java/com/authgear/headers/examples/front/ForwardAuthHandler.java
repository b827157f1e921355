package com.authgear.headers.examples.front;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.ProxyTrust;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** nginx.conf, authgear-protect.conf and authgear-strip.conf in Java. */
final class ForwardAuthHandler extends ProxyHandler.Reverse {
    private static final String ANSWER = ForwardAuthHandler.class.getName();
    private static final String RESOLVER_HOST = "app.authgear.example";
    private static final String HEALTH = "/health";

    private final String resolver;
    private final String secret;

    ForwardAuthHandler(int backend, int resolver, String secret) {
        super(request -> HttpURI.build(request.getHttpURI()).scheme("http").authority("127.0.0.1", backend));
        this.resolver = "http://127.0.0.1:" + resolver + "/_resolver/resolve";
        this.secret = secret;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (Request.getPathInContext(request).equals(HEALTH)) {
            return super.handle(request, response, callback);
        }
        ask(request, response, callback);
        return true;
    }

    /**
     * The parent leaves out Upgrade, Connection and what that nominates; what is set here comes after that. There is no
     * WebSocket through this front.
     */
    @Override
    protected void copyRequestHeaders(Request clientToProxy, org.eclipse.jetty.client.Request proxyToServer) {
        super.copyRequestHeaders(clientToProxy, proxyToServer);
        proxyToServer.headers(headers -> {
            strip(headers);
            if (clientToProxy.getAttribute(ANSWER) instanceof HttpFields answer) {
                protect(headers, answer);
            }
        });
    }

    /** Beside the cookies of the backend there is the one that the resolver clears. */
    @Override
    protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
            Request clientToProxy,
            org.eclipse.jetty.client.Request proxyToServer,
            Response response,
            Callback callback) {
        return new ProxyResponseListener(clientToProxy, proxyToServer, response, callback) {
            @Override
            public void onHeaders(org.eclipse.jetty.client.Response ofBackend) {
                super.onHeaders(ofBackend);
                if (clientToProxy.getAttribute(ANSWER) instanceof HttpFields answer) {
                    answer.getFields(HttpHeader.SET_COOKIE)
                            .forEach(cookie -> response.getHeaders().add(cookie));
                }
            }
        };
    }

    private void protect(HttpFields.Mutable headers, HttpFields answer) {
        for (AuthgearHeader header : AuthgearHeader.values()) {
            String value = answer.get(header.wireName());
            if (value != null && !value.isEmpty()) {
                headers.put(header.wireName(), value);
            }
        }
        headers.put(ProxyTrust.DEFAULT_SECRET_HEADER, secret);
    }

    private static void strip(HttpFields.Mutable headers) {
        headers.getFieldNamesCollection().stream()
                .filter(ForwardAuthHandler::isStripped)
                .toList()
                .forEach(headers::remove);
    }

    /** NGINX drops every name with an underscore or a dot, so this does too. */
    private static boolean isStripped(String name) {
        return AuthgearHeader.isReserved(name)
                || name.equalsIgnoreCase(ProxyTrust.DEFAULT_SECRET_HEADER)
                || HttpHeader.HTTP2_SETTINGS.is(name)
                || !name.matches("[A-Za-z0-9-]+");
    }

    private void ask(Request request, Response response, Callback callback) {
        HttpFields client = request.getHeaders();
        getHttpClient()
                .newRequest(resolver)
                .headers(headers -> question(headers, client))
                .timeout(5, TimeUnit.SECONDS)
                .followRedirects(false)
                .onResponseContent((answer, content) -> {})
                .send(result ->
                        answered(result.isSucceeded() ? result.getResponse() : null, request, response, callback));
    }

    private static void question(HttpFields.Mutable headers, HttpFields client) {
        headers.put(HttpHeader.HOST, RESOLVER_HOST);
        headers.put("X-Forwarded-Host", RESOLVER_HOST);
        headers.put("X-Forwarded-Proto", "https");
        for (HttpHeader credential : Set.of(HttpHeader.AUTHORIZATION, HttpHeader.COOKIE, HttpHeader.USER_AGENT)) {
            client.getValuesList(credential).forEach(value -> headers.add(credential, value));
        }
    }

    private void answered(
            org.eclipse.jetty.client.@Nullable Response answer, Request request, Response response, Callback callback) {
        if (answer == null || answer.getStatus() / 100 != 2) {
            Response.writeError(request, response, callback, 500);
            return;
        }
        request.setAttribute(ANSWER, answer.getHeaders().asImmutable());
        super.handle(request, response, callback);
    }
}
