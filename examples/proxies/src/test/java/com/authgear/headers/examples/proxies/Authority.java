package com.authgear.headers.examples.proxies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private certificate authority and the certificate that it issues to one host, made by the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "password";

    private final Path folder;

    /** Makes them in an empty folder. */
    Certificates(Path folder, String host) throws IOException {
        this.folder = folder;
        keytool("-genkeypair -alias ca -keyalg EC -dname CN=authority -ext bc:c=ca:true -keystore ca.p12");
        keytool("-exportcert -alias ca -rfc -file ca.pem -keystore ca.p12");
        keytool("-genkeypair -alias host -keyalg EC -dname CN=host -keystore host.p12");
        keytool("-certreq -alias host -file host.csr -keystore host.p12");
        keytool("-gencert -alias ca -ext san=dns:" + host
                + " -infile host.csr -outfile host.pem -rfc -keystore ca.p12");
        keytool("-importcert -alias ca -file ca.pem -noprompt -keystore host.p12");
        keytool("-importcert -alias host -file host.pem -noprompt -keystore host.p12");
    }

    /** The authority's certificate, for whom is to trust it. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** For the server at the host. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(folder.resolve("host.p12").toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String arguments) throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of((arguments + " -storepass " + PASSWORD).split(" ")));
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool " + arguments + ": " + said);
        }
    }
}
