package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.harness.RawRequest;
import java.util.List;

/** A client's own header that the proxy neither replaced nor removed. */
final class SurvivingHeaders {
    private static final String ROLES = "x-authgear-user-roles: admin";
    private static final String ACR = "x-authgear-session-acr: urn:mfa";
    private static final Outcome NOBODY = new Nobody();
    private static final RawRequest NO_CREDENTIAL = Honest.request().without("Cookie");

    static final List<Attack> ROWS = List.of(
            attack("A01", "roles beside a valid session, roles not trusted")
                    .sends(Honest.request().with(ROLES))
                    .becomes(user()),
            attack("A01", "a name of tomorrow beside a valid session")
                    .sends(Honest.request().with("x-authgear-user-roles-canary: spoof-7d1"))
                    .becomes(user()),
            attack("A01", "roles without a session")
                    .sends(Honest.nobody().with(ROLES))
                    .twin(Honest.nobody(), NOBODY)
                    .refused("orphan_headers"),
            attack("A01", "roles without a session, roles trusted")
                    .on(Deployment.SECRET_AND_ROLES)
                    .sends(Honest.nobody().with(ROLES))
                    .twin(Honest.request().with(ROLES), user(withRole()))
                    .refused("orphan_headers"),
            attack("A01", "roles beside an invalid session")
                    .sends(Honest.nobody().with("x-authgear-session-valid: false", ROLES))
                    .twin(Honest.nobody().with("x-authgear-session-valid: false", Honest.BEARER_LINE), NOBODY)
                    .refused("contradiction"),
            attack("A02", "retired ACR beside a valid session")
                    .sends(Honest.request().with(ACR))
                    .becomes(user(Honest.user().acr("urn:mfa").build())),
            attack("A02", "retired ACR without a session")
                    .sends(Honest.nobody().with(ACR))
                    .twin(Honest.nobody().with("x-authgear-session-acr:"), NOBODY)
                    .refused("orphan_headers"),
            attack("A03", "identity without any credential")
                    .sends(NO_CREDENTIAL)
                    .refused("identity_without_credentials"),
            attack("A03", "identity with cookies of other names")
                    .sends(NO_CREDENTIAL.with("Cookie: _ga=1; SESSION=x"))
                    .twin(NO_CREDENTIAL.with("Cookie: _ga=1; my_app_session=x"))
                    .refused("identity_without_credentials"),
            attack("A03", "identity with a password")
                    .sends(NO_CREDENTIAL.with("Authorization: Basic YWxpY2U6c2VjcmV0"))
                    .twin(NO_CREDENTIAL.with(Honest.BEARER_LINE))
                    .refused("identity_without_credentials"),
            attack("A04", "secret alone, a user required")
                    .sends(Honest.nobody())
                    .becomes(NOBODY),
            attack("A04", "secret alone, a user optional")
                    .sends(Honest.nobody().to(Honest.PUBLIC_PAGE))
                    .twin(Honest.request().to(Honest.PUBLIC_PAGE))
                    .becomes(NOBODY),
            attack("A05", "location that sets neither secret nor identity")
                    .sends(RawRequest.get(
                            Honest.PAGE,
                            "x-authgear-session-valid: true",
                            "x-authgear-user-id: 00000000-0000-4000-8000-000000000001"))
                    .refused("secret_missing"),
            attack("A06", "public location that forgot to remove the identity")
                    .sends(Honest.identity().with(Honest.COOKIE_LINE).to(Honest.PUBLIC_PAGE))
                    .twin(RawRequest.get(Honest.PUBLIC_PAGE, Honest.COOKIE_LINE), NOBODY)
                    .refused("secret_missing"),
            attack("E01", "cached identity given to a visitor without credentials")
                    .sends(NO_CREDENTIAL.with("Cookie: theme=dark"))
                    .twin(NO_CREDENTIAL.with("Cookie: app_access_token=alice"))
                    .refused("identity_without_credentials"));

    private SurvivingHeaders() {}

    private static com.authgear.headers.AuthgearPrincipal withRole() {
        return Honest.user().roles(List.of("admin")).build();
    }
}
