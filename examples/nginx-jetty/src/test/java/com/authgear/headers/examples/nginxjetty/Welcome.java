package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.examples.front.Deployment;

/** What a newcomer reads first. */
record Welcome(Deployment deployment) {
    String text() {
        return """

                Open  {front}/          who you are, and the login
                      {front}/account   needs a session
                      {front}/transfer  needs a session, and a login of the last five minutes
                      {front}/me        needs a session
                      {front}/public    does not
                      {front}/webxml/me the same, configured by web.xml, roles not trusted
                      {front}/health    no identity, no question to the resolver
                      {front}/ws        greets over WebSocket, and needs a session

                Try   curl -i {front}/me
                      curl -i {front}/me -H 'Authorization: Bearer alice'
                      curl -i {front}/me -H 'Cookie: session=expired'
                      curl -i {front}/me -H 'Authorization: Bearer bob' -H 'x-authgear-user-roles: manager'
                      curl -i {backend}/me -H 'x-authgear-session-valid: true' -H 'x-authgear-user-id: alice'

                Type  document.cookie = 'session=erin'     into the console of a browser at {front}/: a login of two hours
                      ago, which has to be renewed for {front}/transfer

                Users alice (verified, roles), bob (neither), carol (anonymous), dave (disabled).
                The resolver at {resolver} is a stub: every user's name is that user's token. Ctrl-C stops everything.
                """.replace("{front}", "http://127.0.0.1:" + deployment.front().port())
                .replace("{backend}", "http://127.0.0.1:" + deployment.backend().port())
                .replace("{resolver}", deployment.resolver().uri().toString());
    }
}
