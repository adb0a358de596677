package io.twingrid.standalone.oidc;

import io.twingrid.chassis.file.TownFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who can sign in, out of {@code accounts.yaml}. */
final class Accounts {

    private final Map<String, Account> byId;

    private Accounts(List<Account> all) {
        this.byId = all.stream().collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
    }

    /**
     * The accounts of a file.
     *
     * @throws io.twingrid.chassis.file.BadFileException if it cannot be read or says something else; names the line
     */
    static Accounts read(Path file) {
        return new Accounts(TownFile.read(file, AccountsFile.class).accounts());
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The accounts whose passwords stand in the file for everybody to read. */
    List<String> withReadablePasswords() {
        return byId.values().stream()
                .filter(account -> account.password().startsWith("{noop}"))
                .map(Account::id)
                .sorted()
                .toList();
    }

    record AccountsFile(List<Account> accounts) {

        AccountsFile {
            requirePresent(accounts, "accounts");
            long different = accounts.stream().map(Account::id).distinct().count();
            if (different < accounts.size()) {
                throw new IllegalArgumentException("accounts: two accounts have the same id");
            }
        }
    }

    /**
     * One person.
     *
     * @param id the token's {@code sub}
     * @param name what the person is called on the pages; the id when missing
     * @param password with its encoding in front: <code>{noop}plain</code> or <code>{bcrypt}…</code>
     * @param areas ids of the areas whose affairs the person sees
     * @param department id of the department that the person works for
     */
    record Account(
            String id,
            @Nullable String name,
            String password,
            List<String> roles,
            @Nullable List<String> areas,
            @Nullable String department) {

        Account {
            requirePresent(id, "id");
            requirePresent(password, "password");
            requirePresent(roles, "roles");
            if (!password.startsWith("{")) {
                throw new IllegalArgumentException(
                        "password of " + id + ": must begin with its encoding, such as {noop} or {bcrypt}");
            }
        }
    }

    private static void requirePresent(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": missing");
        }
    }
}
