package io.twingrid.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft must have to become a report. Answers all that is wrong with it at once, so that nobody has to ask twice. */
public final class DraftCheck {
    /** Characters; Open311 has the same bound. */
    static final int LONGEST_DESCRIPTION = 4000;

    static final int LONGEST_ADDRESS = 300;
    static final int MOST_PHOTOS = 6;
    static final int MOST_ATTRIBUTES = 30;
    static final int LONGEST_ATTRIBUTE = 500;

    private final Catalogue catalogue;

    public DraftCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a field should have been; {@code field} is its path in the request. */
    public record Fault(String field, String message) {}

    /** What is wrong with {@code draft}; empty if it can be accepted. */
    public List<Fault> faultsOf(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        checkWords(draft, faults);
        checkPlace(draft, faults);
        if (draft.photos().size() > MOST_PHOTOS) {
            faults.add(new Fault(
                    "photos",
                    "at most " + MOST_PHOTOS + ", these are " + draft.photos().size()));
        }
        checkAttributes(draft.attributes(), faults);
        Category category = draft.category() == null
                ? null
                : catalogue.find(draft.category()).orElse(null);
        if (draft.category() == null) {
            faults.add(new Fault("category", "is missing; GET /api/categories lists the codes"));
        } else if (category == null) {
            faults.add(new Fault(
                    "category",
                    "there is no category '" + shown(draft.category()) + "'; GET /api/categories lists the codes"));
        } else {
            checkAnswers(category, draft.attributes(), faults);
        }
        return faults;
    }

    private static void checkWords(Draft draft, List<Fault> faults) {
        String description = draft.description();
        if (description == null || description.isBlank()) {
            faults.add(new Fault("description", "is missing; say in a few words what is there"));
        } else if (description.length() > LONGEST_DESCRIPTION) {
            faults.add(tooLong("description", LONGEST_DESCRIPTION, description));
        }
        if (draft.address() != null && draft.address().length() > LONGEST_ADDRESS) {
            faults.add(tooLong("address", LONGEST_ADDRESS, draft.address()));
        }
    }

    private static void checkPlace(Draft draft, List<Fault> faults) {
        checkDegrees("location.lat", draft.lat(), 90, faults);
        checkDegrees("location.lon", draft.lon(), 180, faults);
    }

    private static void checkDegrees(String field, @Nullable Double degrees, int most, List<Fault> faults) {
        if (degrees == null) {
            faults.add(new Fault(field, "is missing; degrees, e.g. 24.611"));
        } else if (!(Math.abs(degrees) <= most)) {
            faults.add(new Fault(field, "is off the globe: " + degrees + ", must be within ±" + most + " degrees"));
        }
    }

    private static void checkAttributes(Map<String, String> attributes, List<Fault> faults) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            faults.add(new Fault("attributes", "at most " + MOST_ATTRIBUTES + ", these are " + attributes.size()));
        }
        attributes.forEach((name, value) -> {
            if (name.length() > LONGEST_ATTRIBUTE || value.length() > LONGEST_ATTRIBUTE) {
                faults.add(tooLong("attributes." + shown(name), LONGEST_ATTRIBUTE, value));
            }
        });
    }

    private static void checkAnswers(Category category, Map<String, String> attributes, List<Fault> faults) {
        for (Category.Question question : category.questions()) {
            String field = "attributes." + question.code();
            String answer = attributes.get(question.code());
            if (answer == null) {
                if (question.required()) {
                    faults.add(
                            new Fault(field, "is missing: " + question.label().get("en")));
                }
            } else if (question.values() != null && !question.values().contains(answer)) {
                faults.add(new Fault(field, "must be one of " + question.values()));
            }
        }
    }

    private static Fault tooLong(String field, int most, String text) {
        return new Fault(field, "at most " + most + " characters, this has " + text.length());
    }

    private static String shown(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
