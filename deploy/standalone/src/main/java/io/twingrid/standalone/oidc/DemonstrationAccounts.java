package io.twingrid.standalone.oidc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Accounts whose passwords anybody can read are for this machine alone, unless somebody says by name that they are not. */
final class DemonstrationAccounts {

    static final String ALLOW = "ALLOW_DEMONSTRATION_ACCOUNTS";

    private DemonstrationAccounts() {}

    /**
     * Looks at where the provider is about to listen.
     *
     * @param address the listener's; empty for all addresses
     * @throws IllegalStateException one sentence, when other machines could use such accounts
     */
    static void requireLoopback(Accounts accounts, String address) {
        List<String> open = accounts.withReadablePasswords();
        if (!open.isEmpty() && !isLoopback(address)) {
            throw new IllegalStateException(
                    "%d accounts, %s among them, have a password that anybody can read, and other machines reach the provider at '%s': encode the passwords, listen on 127.0.0.1, or set %s=true"
                            .formatted(open.size(), open.getFirst(), address.isEmpty() ? "*" : address, ALLOW));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
