package io.twingrid.notification.domain;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a rule tells, before it is known what it is about. */
public sealed interface Addressee {

    /** The details that say who they are. */
    Set<Detail> foundBy();

    /** Those who are told on this occasion; none if the details do not say: an anonymous report has no reporter. */
    List<Audience> among(Details details);

    /** Whoever a detail names, one or several. */
    record Named(Detail detail, Kind kind) implements Addressee {
        @Override
        public Set<Detail> foundBy() {
            return Set.of(detail);
        }

        @Override
        public List<Audience> among(Details details) {
            return details.ids(detail).stream().map(kind::audience).toList();
        }
    }

    /** What the ids of a detail are. */
    enum Kind {
        PERSON,
        DEPARTMENT,
        OBSERVERS_OF_GRID;

        private Audience audience(String id) {
            return switch (this) {
                case PERSON -> Audience.person(id);
                case DEPARTMENT -> Audience.department(id);
                case OBSERVERS_OF_GRID -> Audience.observersOf(id);
            };
        }
    }

    /** A role in the community or in the street that it lies in. */
    record InArea(String role, Detail area) implements Addressee {
        @Override
        public Set<Detail> foundBy() {
            return Set.of(area);
        }

        @Override
        public List<Audience> among(Details details) {
            return details.ids(area).stream()
                    .map(id -> area == Detail.STREET ? Audience.inStreet(id, role) : Audience.inCommunity(id, role))
                    .toList();
        }
    }

    /** A role of the whole town. */
    record OfTown(String role) implements Addressee {
        @Override
        public Set<Detail> foundBy() {
            return Set.of();
        }

        @Override
        public List<Audience> among(Details details) {
            return List.of(Audience.ofTown(role));
        }
    }

    /**
     * Reads {@code <role> of community}, {@code <role> of street}, {@code observers of grid}, {@code department}, {@code
     * co-departments}, {@code admin}, {@code points-admin}, or a person: {@code reporter}, {@code followers}, {@code
     * handler}, {@code maker} or {@code observer}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Addressee parse(String text) {
        Matcher inArea = Pattern.compile("([a-z-]+) of (community|street)").matcher(text);
        if (inArea.matches()) {
            return new InArea(inArea.group(1), Detail.of(inArea.group(2)));
        }
        return switch (text) {
            case "department" -> new Named(Detail.DEPARTMENT, Kind.DEPARTMENT);
            case "co-departments" -> new Named(Detail.CO_DEPARTMENTS, Kind.DEPARTMENT);
            case "observers of grid" -> new Named(Detail.GRID, Kind.OBSERVERS_OF_GRID);
            case "admin", "points-admin" -> new OfTown(text);
            default -> new Named(person(text), Kind.PERSON);
        };
    }

    private static Detail person(String text) {
        Detail who = Detail.of(text);
        if (!who.isPerson()) {
            throw new IllegalArgumentException("nobody is found by '" + text + "'");
        }
        return who;
    }
}
