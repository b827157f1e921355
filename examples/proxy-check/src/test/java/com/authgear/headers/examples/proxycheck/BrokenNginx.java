package com.authgear.headers.examples.proxycheck;

import static com.authgear.headers.examples.proxycheck.BrokenRecipe.both;
import static com.authgear.headers.examples.proxycheck.BrokenRecipe.by;
import static com.authgear.headers.examples.proxycheck.BrokenRecipe.replacing;
import static com.authgear.headers.examples.proxycheck.BrokenRecipe.without;

import com.authgear.headers.harness.Recipe;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults that the files for NGINX may have. */
final class BrokenNginx {
    static final BrokenRecipe ROLES = without(
            "proxy_set_header x-authgear-user-roles               $ag_user_roles;",
            "valid-bearer",
            "forged-user-roles",
            "forged-all");

    /** An Upgrade without Connection, which some servers do not require. */
    static final BrokenRecipe UPGRADE_ON_AN_OPEN_PATH = by(
            "every upgrade on an open path",
            replacing("proxy_set_header Upgrade           \"\";", "proxy_set_header Upgrade $http_upgrade;"),
            "h2c");

    private BrokenNginx() {}

    static Stream<BrokenRecipe> all() {
        return Stream.of(headers(), locations(), tenants(), resolver(), caches(), secrets(), passing(), bypasses())
                .flatMap(List::stream);
    }

    private static List<BrokenRecipe> headers() {
        String client = "$http_x_authgear_user_id;";
        return List.of(
                ROLES,
                without(
                        "proxy_set_header x-authgear-user-id                  $ag_user_id;",
                        "valid-bearer",
                        "forged-user-id",
                        "forged-all"),
                without(
                        "proxy_set_header x-authgear-session-acr              $ag_session_acr;",
                        "forged-session-acr",
                        "forged-all"),
                by(
                        "the client's user id",
                        replacing("$upstream_http_x_authgear_user_id;", client),
                        "valid-bearer",
                        "forged-user-id",
                        "forged-all"),
                by(
                        "a misspelled answer",
                        replacing("_x_authgear_user_verified;", "_x_authgear_user_verifed;"),
                        "valid-bearer"),
                by(
                        "underscores",
                        replacing("underscores_in_headers off;", "underscores_in_headers on;"),
                        "alias-underscore"),
                by(
                        "invalid names",
                        replacing("ignore_invalid_headers on;", "ignore_invalid_headers off;"),
                        "alias-underscore",
                        "alias-dot"));
    }

    private static List<BrokenRecipe> locations() {
        String nested = "location /deep { proxy_set_header X-Own 1; proxy_pass http://BACKEND; }";
        return List.of(
                by("a nested location with a header of its own", inLocation(nested), "path:/deep"),
                by(
                        "a location without include",
                        inServer("location /deep { proxy_pass http://BACKEND; }"),
                        "path:/deep"),
                by(
                        "a location that does not ask",
                        replacing("auth_request /_authgear;", "auth_request off;"),
                        "valid-bearer",
                        "resolver-question",
                        "clearing-cookie",
                        "resolver-error",
                        "resolver-unknown-project",
                        "resolver-refuses"));
    }

    private static List<BrokenRecipe> tenants() {
        String host = "proxy_set_header X-Forwarded-Host  $ag_project;";
        String proto = "proxy_set_header X-Forwarded-Proto https;";
        return List.of(
                by(
                        "headers passed to the resolver",
                        both(replacing("proxy_pass_request_headers off;", ""), replacing(host, "")),
                        "tenant-x-forwarded-host",
                        "tenant-x-original-host",
                        "tenant-forwarded"),
                by(
                        "the client's host to the resolver",
                        replacing(host, "proxy_set_header X-Forwarded-Host $host;"),
                        "tenant-host"),
                by(
                        "the client's scheme to the resolver",
                        replacing(proto, "proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;"),
                        "tenant-x-forwarded-proto"));
    }

    private static List<BrokenRecipe> resolver() {
        String length = "proxy_set_header Content-Length    \"\";";
        String open = "location @open { include authgear-strip.conf; proxy_pass http://BACKEND; }";
        return List.of(
                without(
                        "proxy_set_header Cookie            $http_cookie;",
                        "valid-cookie",
                        "valid-app-access-token",
                        "invalid-cookie",
                        "clearing-cookie"),
                without(
                        "proxy_set_header Authorization     $http_authorization;",
                        "valid-bearer",
                        "valid-without-roles",
                        "valid-anonymous",
                        "disabled-user"),
                by(
                        "the body to the resolver",
                        both(replacing("proxy_pass_request_body off;", ""), replacing(length, "")),
                        "resolver-question"),
                by(
                        "an error page that leads to the backend",
                        both(inLocation("error_page 500 = @open;"), inServer(open)),
                        "resolver-error",
                        "resolver-unknown-project",
                        "resolver-refuses"),
                without("proxy_read_timeout 5s;", "resolver-hangs"));
    }

    private static List<BrokenRecipe> caches() {
        String[] mixed = {
            "valid-app-access-token",
            "cache-two-users",
            "cache-app-access-token",
            "cache-app-session",
            "cache-cookie-case",
            "cache-cookie-tab",
            "cache-only-valid"
        };
        return List.of(
                by("a cache key of one cookie and the token", cache("$cookie_session|$http_authorization"), mixed),
                by("a cache of every answer", cache("$http_authorization|$http_cookie"), "cache-only-valid"));
    }

    private static List<BrokenRecipe> secrets() {
        String line = "proxy_set_header x-proxy-secret \"openssl rand -hex 32\";";
        String[] secret = {"secret", "secret-forged", "nominated-secret", "path:/deep"};
        return List.of(
                without(line, secret),
                by("the placeholder of the secret", replacing(line, line + " "), secret),
                without("proxy_set_header x-proxy-secret                      \"\";", "open:/health"));
    }

    private static List<BrokenRecipe> passing() {
        return List.of(
                without("proxy_set_header Upgrade           $ag_upgrade;", "websocket"),
                without("add_header Set-Cookie $ag_set_cookie always;", "clearing-cookie"),
                by("no body", inLocation("proxy_pass_request_body off;"), "body", "body-chunked"),
                by(
                        "small bodies only",
                        replacing("client_max_body_size 10m;", "client_max_body_size 10k;"),
                        "body",
                        "body-chunked"),
                by("one method", inLocation("proxy_method GET;"), "head", "options"));
    }

    private static List<BrokenRecipe> bypasses() {
        String location = "include authgear-protect.conf;\n      proxy_pass http://127.0.0.1:8081;";
        String decoded = "include authgear-protect.conf; proxy_pass http://BACKEND$uri;";
        String copied = "location /deep { include authgear-protect.conf; proxy_set_header Upgrade $http_upgrade;"
                + " proxy_pass http://BACKEND; }";
        UnaryOperator<Recipe> upgrade = replacing("$ag_upgrade;", "$http_upgrade;");
        return List.of(
                by("every upgrade", both(upgrade, replacing("$ag_connection;", "$http_connection;")), "h2c"),
                by("every upgrade on one path", inServer(copied), "h2c"),
                UPGRADE_ON_AN_OPEN_PATH,
                by(
                        "every upgrade that speaks of WebSocket",
                        replacing("\"~*^websocket$\" websocket;", "\"~*websocket\" $http_upgrade;"),
                        "h2c"),
                by("the decoded path", replacing(location, decoded), "crlf-path"),
                by("the decoded path in a header", inLocation("proxy_set_header X-Path $uri;"), "crlf-path"));
    }

    static UnaryOperator<Recipe> cache(String key) {
        String cached = "internal; proxy_cache ag; proxy_cache_valid 200 10m; proxy_cache_key \"" + key + "\";";
        return both(
                replacing("server {\n", "proxy_cache_path cache keys_zone=ag:1m; server {\n"),
                replacing("internal;", cached));
    }

    private static UnaryOperator<Recipe> inLocation(String lines) {
        return replacing("location / {\n", "location / {\n" + lines + "\n");
    }

    private static UnaryOperator<Recipe> inServer(String lines) {
        return replacing("    # Everything else: with identity.\n", lines + "\n");
    }
}
