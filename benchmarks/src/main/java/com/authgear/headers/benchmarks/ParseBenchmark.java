package com.authgear.headers.benchmarks;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.ProxyTrust;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the fields of a Jetty request to a session. Roles are trusted, since the yardstick reads them too. */
@State(Scope.Benchmark)
public class ParseBenchmark {
    private final AuthgearHeaderParser parser =
            AuthgearHeaderParser.builder().trustRoles(true).build();
    private final AuthgearAuthenticator authenticator = AuthgearAuthenticator.builder(
                    ProxyTrust.sharedSecret(HeaderBlock.SECRET))
            .parser(parser)
            .build();

    /** Which block. */
    @State(Scope.Benchmark)
    public static class Block {
        /** Its name. */
        @Param({"VALID", "LOWER_CASE", "NONE", "INVALID", "MALFORMED", "FOREIGN_100", "ROLES_64"})
        HeaderBlock block = HeaderBlock.VALID;

        HttpFields fields = HttpFields.EMPTY;

        /** Once a run. */
        @Setup
        public void fill() {
            fields = block.fields();
        }
    }

    private final HttpFields valid = HeaderBlock.VALID.fields();

    /** Each value, without conversion. */
    @Benchmark
    public int lookUps() {
        return HandWritten.lookUps(valid::get);
    }

    /** By hand, without a check. */
    @Benchmark
    public Object handWritten() {
        return HandWritten.read(valid);
    }

    /** With all checks of the parser. */
    @Benchmark
    public Object parse(Block block) {
        try {
            return parser.parse(new JettyFields(block.fields));
        } catch (MalformedHeadersException refused) {
            return refused;
        }
    }

    /** The whole decision: also checks the secret and the credential. */
    @Benchmark
    public AuthgearSession authenticate() {
        return authenticator.authenticate(new JettyFields(valid), Optional::empty);
    }
}
