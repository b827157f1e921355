package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProcess;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A proxy that forwards everything and asks no resolver. */
enum ReverseProxy {
    NGINX_BUFFERED(ProxyProgram.NGINX, "nginx.conf", nginx("on")),
    NGINX_UNBUFFERED(ProxyProgram.NGINX, "nginx.conf", nginx("off")),
    HAPROXY(ProxyProgram.HAPROXY, "haproxy.cfg", """
            defaults
              mode http
              timeout connect 5s
              timeout client 30s
              timeout server 30s
            listen all
              bind 127.0.0.1:8080
              server application 127.0.0.1:8081
            """),
    CADDY(ProxyProgram.CADDY, "Caddyfile", """
            {
            	admin off
            	auto_https off
            	log {
            		level ERROR
            	}
            }
            http://127.0.0.1:8080 {
            	reverse_proxy 127.0.0.1:8081
            }
            """);

    /** Places that every recipe must have; nothing here uses them. */
    private static final String UNUSED = "# 127.0.0.1:8082 \"openssl rand -hex 32\"\n";

    private final ProxyProgram program;
    private final String file;
    private final String text;

    ReverseProxy(ProxyProgram program, String file, String text) {
        this.program = program;
        this.file = file;
        this.text = text;
    }

    /** In front of a port; skips the test where the program is missing and may be. */
    ProxyProcess start(Started started, Path folder, int backend) throws IOException {
        Path executable = ProxyOfThisMachine.orSkip(program);
        Files.writeString(folder.resolve(file), UNUSED + text);
        return program.start(started, executable, Recipe.of(folder, new Ports(0, backend, 0), Honest.SECRET));
    }

    private static String nginx(String buffering) {
        return """
            worker_processes 1;
            pid nginx.pid;
            error_log stderr crit;
            events {}
            http {
              access_log off;
              client_body_temp_path client_body_temp;
              proxy_temp_path proxy_temp;
              server {
                listen 127.0.0.1:8080;
                client_max_body_size 0;
                client_body_buffer_size 2m;
                location / {
                  proxy_pass http://127.0.0.1:8081;
                  proxy_http_version 1.1;
                  proxy_request_buffering %s;
                }
              }
            }
            """.formatted(buffering);
    }
}
