package com.authgear.headers.examples.proxies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private certificate authority, made by the JDK's keytool. */
final class Authority {
    private static final String PASSWORD = "password";

    private final Path folder;

    /** Makes one in a folder. */
    Authority(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        keytool("-genkeypair -alias ca -keyalg EC -dname CN=authority -ext bc:c=ca:true -keystore ca.p12");
        keytool("-exportcert -alias ca -rfc -file ca.pem -keystore ca.p12");
    }

    /** Its own certificate, for whom is to trust it. */
    Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** A server with a certificate for a host. */
    SSLContext issue(String host) throws IOException, GeneralSecurityException {
        String keys = host + ".p12";
        keytool("-genkeypair -alias host -keyalg EC -dname CN=host -keystore " + keys);
        keytool("-certreq -alias host -file host.csr -keystore " + keys);
        keytool("-gencert -alias ca -ext san=dns:" + host
                + " -infile host.csr -outfile host.pem -rfc -keystore ca.p12");
        Files.writeString(
                folder.resolve("chain.pem"),
                Files.readString(folder.resolve("host.pem")) + Files.readString(certificate()));
        keytool("-importcert -alias host -file chain.pem -noprompt -keystore " + keys);
        return context(KeyStore.getInstance(folder.resolve(keys).toFile(), PASSWORD.toCharArray()));
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String arguments) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> options = List.of((arguments + " -storepass " + PASSWORD).split(" "));
        List<String> command = Stream.concat(Stream.of(program, "-J-XX:TieredStopAtLevel=1"), options.stream())
                .toList();
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
