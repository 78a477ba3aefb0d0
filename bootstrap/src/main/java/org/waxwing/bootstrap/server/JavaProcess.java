package org.waxwing.bootstrap.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the JVMs we start: always this JVM's own {@code java.home}, as a rule small and quick to start. */
public final class JavaProcess {
    /** Serial collector and first compiler only: they halve the start, and cost throughput nobody misses here. */
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** What {@code standalone.sh} opens for WildFly and its libraries. */
    private static final List<String> WILDFLY_OPENS = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private JavaProcess() {}

    /** The {@code java} executable of the running JVM. */
    public static Path executable() {
        return home().resolve("bin").resolve("java");
    }

    /** The home of the running JVM. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The flags of a JVM that starts quickly and takes a heap of at most {@code heapMegabytes}. */
    public static List<String> quickStart(int heapMegabytes) {
        var flags = new ArrayList<>(QUICK_START);
        flags.add("-Xmx" + heapMegabytes + "m");
        return List.copyOf(flags);
    }

    /** {@code java} that starts quickly and takes a heap of at most {@code heapMegabytes}, then {@code arguments}. */
    public static List<String> command(int heapMegabytes, List<String> arguments) {
        return command(quickStart(heapMegabytes), arguments);
    }

    private static List<String> command(List<String> flags, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(executable().toString());
        command.addAll(flags);
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /**
     * A main module of the WildFly home, such as {@code org.jboss.as.cli}.
     *
     * @param flags heap, collector and compilers, as {@link #quickStart} gives them or others
     */
    public static List<String> wildfly(
            Path home, List<String> flags, List<String> properties, List<String> arguments) {
        var rest = new ArrayList<>(WILDFLY_OPENS);
        rest.addAll(properties);
        rest.add("-jar");
        rest.add(home.resolve("jboss-modules.jar").toString());
        rest.add("-mp");
        rest.add(home.resolve("modules").toString());
        rest.addAll(arguments);
        return command(flags, rest);
    }
}
