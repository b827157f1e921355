package com.authgear.headers.examples.springboot;

import com.authgear.headers.examples.front.Deployment;

/** What a newcomer reads first. */
record Welcome(Deployment deployment) {
    String text() {
        return """

                Open  {front}/            who you are, and the login
                      {front}/account     your notes: needs a session
                      {front}/transfer    needs a session, and a login of the last five minutes
                      {front}/api/me      needs a session
                      {front}/api/manager needs the role manager
                      {front}/api/vault   needs a second factor
                      {front}/public      needs nothing
                      {front}/health      no identity, no question to the resolver

                Try   curl -i {front}/api/me
                      curl -i {front}/api/me -H 'Authorization: Bearer alice'
                      curl -i {front}/api/manager -H 'Authorization: Bearer bob' -H 'x-authgear-user-roles: manager'
                      curl -i {front}/api/notes -H 'Authorization: Bearer alice' -d text=hello
                      curl -i {front}/api/notes -H 'Cookie: session=alice' -d text=hello
                      curl -i {front}/api/transfer -H 'Authorization: Bearer erin' -d amount=5
                      curl -i {resolver}/login -d user=erin     and the transfer again
                      curl -i {front}/actuator/metrics/authgear.headers.requests -H 'Authorization: Bearer alice'
                      curl -i {backend}/api/me -H 'x-authgear-session-valid: true' -H 'x-authgear-user-id: alice'

                Type  document.cookie = 'session=erin'     into the console of a browser at {front}/: a login of two hours
                      ago, which has to be renewed for {front}/transfer

                Users alice (verified, manager), bob (neither), carol (anonymous), dave (disabled);
                erin, frank (cannot log in again) and grace (social login) logged in two hours ago.
                The resolver at {resolver} is a stub: every user's name is that user's token. Ctrl-C stops everything.
                """.replace("{front}", "http://127.0.0.1:" + deployment.front().port())
                .replace("{backend}", "http://127.0.0.1:" + deployment.backend().port())
                .replace("{resolver}", deployment.resolver().uri().toString());
    }
}
