package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Almost the secret. */
final class SecretGuesses {
    private static final int MEGABYTE = 1 << 20;
    private static final String MISMATCH = "secret_mismatch";
    private static final String REPEATED = "secret_repeated";
    private static final String SECRET = Honest.SECRET;

    static final List<Attack> ROWS = Stream.of(
                    guess("cut by one byte", SECRET.substring(1)),
                    guess("with one byte more", SECRET + "0"),
                    guess("empty", ""),
                    guess("in upper case", SECRET.toUpperCase(Locale.ROOT)),
                    guess("in quotes", '"' + SECRET + '"'),
                    guess("twice in a line", SECRET + "," + SECRET),
                    guess("percent-encoded", "%30" + SECRET.substring(1)),
                    guess("with another last byte", SECRET.substring(0, 31) + "0"),
                    guess("of the rotation before", Honest.PREVIOUS_SECRET),
                    attack("C08", "secret of a megabyte")
                            .sends(secret("0".repeat(MEGABYTE)))
                            .refusedOrRejected(MISMATCH),
                    attack("C08", "previous secret cut by one byte, while it is being changed")
                            .on(Deployment.TWO_SECRETS)
                            .sends(secret(Honest.PREVIOUS_SECRET.substring(1)))
                            .twin(secret(Honest.PREVIOUS_SECRET))
                            .refused(MISMATCH),
                    attack("C08", "secret twice")
                            .sends(Honest.request().with(Honest.SECRET_LINE))
                            .refused(REPEATED),
                    attack("C08", "secret behind a wrong one")
                            .sends(Honest.request().after("x-proxy-secret: " + "0".repeat(64)))
                            .refused(REPEATED),
                    attack("C08", "secret before an empty one")
                            .sends(Honest.request().with("X-Proxy-Secret:"))
                            .refused(REPEATED),
                    attack("C08", "secret under a look-alike of its name")
                            .sends(without().with("x_proxy_secret: " + SECRET))
                            .twin(without().with("X-PROXY-SECRET: " + SECRET))
                            .refused("secret_missing"),
                    attack("C08", "secret under an Authgear name")
                            .sends(without().with("x-authgear-proxy-secret: " + SECRET))
                            .refused("secret_missing"))
            .toList();

    private SecretGuesses() {}

    private static Attack guess(String title, String value) {
        return attack("C08", "secret " + title).sends(secret(value)).refused(MISMATCH);
    }

    private static RawRequest secret(String value) {
        return without().with("x-proxy-secret: " + value);
    }

    private static RawRequest without() {
        return Honest.request().without("x-proxy-secret");
    }
}
