package io.twingrid.notification.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a rule tells, before it is known which report it is about. */
public sealed interface Addressee {

    /** The detail that says who they are. */
    Detail foundBy();

    /** Those who are meant where {@link #foundBy} is {@code id}. */
    Audience of(String id);

    /** Those who are told on this occasion, or null if the details do not say: an anonymous report has no reporter. */
    default @Nullable Audience among(Details details) {
        String id = details.text(foundBy());
        return id == null ? null : of(id);
    }

    /** A role in the case's community. */
    record OfCommunity(String role) implements Addressee {
        @Override
        public Detail foundBy() {
            return Detail.COMMUNITY;
        }

        @Override
        public Audience of(String id) {
            return Audience.inCommunity(id, role);
        }
    }

    /** A role in the case's street. */
    record OfStreet(String role) implements Addressee {
        @Override
        public Detail foundBy() {
            return Detail.STREET;
        }

        @Override
        public Audience of(String id) {
            return Audience.inStreet(id, role);
        }
    }

    /** The department that the fact names. */
    record TheDepartment() implements Addressee {
        @Override
        public Detail foundBy() {
            return Detail.DEPARTMENT;
        }

        @Override
        public Audience of(String id) {
            return Audience.department(id);
        }
    }

    /** The reporter, handler or observer. */
    record ThePerson(Detail foundBy) implements Addressee {
        @Override
        public Audience of(String id) {
            return Audience.person(id);
        }
    }

    /**
     * Reads {@code <role> of community}, {@code <role> of street}, {@code department}, {@code reporter}, {@code handler} or
     * {@code observer}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Addressee parse(String text) {
        Matcher inArea = Pattern.compile("([a-z-]+) of (community|street)").matcher(text);
        if (inArea.matches()) {
            String role = inArea.group(1);
            return "street".equals(inArea.group(2)) ? new OfStreet(role) : new OfCommunity(role);
        }
        if ("department".equals(text)) {
            return new TheDepartment();
        }
        Detail who = Detail.of(text);
        if (!who.isPerson()) {
            throw new IllegalArgumentException("nobody is found by '" + text + "'");
        }
        return new ThePerson(who);
    }
}
