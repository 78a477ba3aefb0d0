package org.waxwing.mail.discovery;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.spi.InitialContextFactory;

/**
 * The JDK's own resolver. Its factory is taken from the JDK by hand: an application server puts its own naming before
 * {@code InitialContext}, and its class loaders do not show this module.
 */
final class JndiNameRecords implements NameRecords {
    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final int MOST = 50;

    private final String servers;

    /** Asks the servers that this machine asks for everything. */
    JndiNameRecords() {
        this("dns:");
    }

    /** @param servers as the provider wants them, such as {@code dns://127.0.0.1:53} */
    JndiNameRecords(String servers) {
        this.servers = servers;
    }

    // the DNS provider makes texts and bytes of what it receives, and no other objects
    @SuppressWarnings("BanJNDI")
    @Override
    public List<String> lookUp(String name, String type) {
        var records = new ArrayList<String>();
        try {
            var context = context();
            try {
                var attribute = context.getAttributes(name, new String[]{type}).get(type);
                if (attribute == null) return List.of();
                for (int i = 0; i < Math.min(attribute.size(), MOST); i++)
                    records.add(String.valueOf(attribute.get(i)));
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            // no such name, no resolver, no network: nothing found in any case
            return List.of();
        }
        return records;
    }

    // the interface of JNDI is older than Map
    @SuppressWarnings("JdkObsolete")
    private DirContext context() throws NamingException {
        var environment = new Hashtable<String, String>();
        environment.put("java.naming.provider.url", servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        for (var factory : ServiceLoader.load(ModuleLayer.boot(), InitialContextFactory.class))
            if (factory.getClass().getName().equals(FACTORY)
                    && factory.getInitialContext(environment) instanceof DirContext context)
                return context;
        throw new NamingException("This JDK has no DNS provider");
    }
}
