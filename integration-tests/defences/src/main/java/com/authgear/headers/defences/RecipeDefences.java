package com.authgear.headers.defences;

import java.util.List;

/** Which upgrades the files for proxies pass on. */
final class RecipeDefences {
    private static final SourceFile NGINX = SourceFile.recipe("proxies/nginx/authgear-protect.conf");
    private static final SourceFile OPEN_NGINX = SourceFile.recipe("proxies/nginx/authgear-strip.conf");
    private static final SourceFile CADDY = SourceFile.recipe("proxies/caddy/Caddyfile");
    private static final SourceFile HAPROXY = SourceFile.recipe("proxies/haproxy/haproxy.cfg");

    static final List<Defence> ALL = List.of(
            recipe("NGINX writes Upgrade", NGINX, "Upgrade           $ag_upgrade;", "Upgrade $http_upgrade;"),
            recipe(
                    "NGINX writes Connection",
                    NGINX,
                    "Connection        $ag_connection;",
                    "Connection $http_connection;"),
            recipe("NGINX removes the settings of HTTP/2", NGINX, "HTTP2-Settings    \"\";", "X-Nothing \"\";"),
            recipe(
                    "NGINX removes Upgrade on open paths",
                    OPEN_NGINX,
                    "Upgrade           \"\";",
                    "Upgrade $http_upgrade;"),
            recipe("Caddy writes Upgrade", CADDY, "request_header @authgear_websocket Upgrade websocket", ""),
            recipe("Caddy writes Connection", CADDY, "request_header @authgear_websocket Connection Upgrade", ""),
            recipe("Caddy removes the settings of HTTP/2", CADDY, "request_header -HTTP2-Settings", ""),
            recipe("HAProxy writes Upgrade", HAPROXY, "http-request set-header upgrade websocket if websocket", ""),
            recipe("HAProxy removes other upgrades", HAPROXY, "http-request del-header upgrade unless websocket", ""),
            recipe("HAProxy writes Connection", HAPROXY, "http-request del-header connection", ""),
            recipe("HAProxy removes the settings of HTTP/2", HAPROXY, "http-request del-header http2-settings", ""));

    private RecipeDefences() {}

    private static Defence recipe(String name, SourceFile file, String code, String without) {
        return Defence.of(name, file, code, without).on(Suite.RECIPES);
    }
}
