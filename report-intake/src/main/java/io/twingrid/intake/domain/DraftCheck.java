package io.twingrid.intake.domain;

import io.twingrid.intake.domain.ServiceArea.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft must have to become a report. Answers all that is wrong with it at once, so that nobody has to ask twice. */
public final class DraftCheck {
    private final Catalogue catalogue;
    private final DraftLimits limits;
    private final ServiceArea area;
    private final Outside outside;

    public DraftCheck(Catalogue catalogue, DraftLimits limits, ServiceArea area, Outside outside) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.area = area;
        this.outside = outside;
    }

    /** What a field should have been; {@code field} is its path in the request. */
    public record Fault(String field, String message) {}

    /** What is wrong with {@code draft}; empty if it can be accepted. */
    public List<Fault> faultsOf(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        checkWords(draft, faults);
        checkPlace(draft, faults);
        if (draft.photos().size() > limits.photos()) {
            faults.add(new Fault(
                    "photos",
                    "at most " + limits.photos() + ", these are "
                            + draft.photos().size()));
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

    private void checkWords(Draft draft, List<Fault> faults) {
        String description = draft.description();
        if (description == null || description.isBlank()) {
            faults.add(new Fault("description", "is missing; say in a few words what is there"));
        } else if (description.length() > limits.description()) {
            faults.add(tooLong("description", limits.description(), description));
        }
        if (draft.address() != null && draft.address().length() > limits.address()) {
            faults.add(tooLong("address", limits.address(), draft.address()));
        }
    }

    private void checkPlace(Draft draft, List<Fault> faults) {
        checkDegrees("location.lat", draft.lat(), 90, faults);
        checkDegrees("location.lon", draft.lon(), 180, faults);
        Double accuracy = draft.accuracy();
        if (accuracy != null && !(accuracy >= 0 && accuracy <= limits.accuracy())) {
            faults.add(new Fault("location.accuracy", "metres, from 0 to " + limits.accuracy()));
        }
        Location place = draft.place();
        if (outside == Outside.REFUSE && place != null && !area.holds(place)) {
            faults.add(new Fault("location", "is outside the area that this town looks after"));
        }
    }

    private static void checkDegrees(String field, @Nullable Double degrees, int most, List<Fault> faults) {
        if (degrees == null) {
            faults.add(new Fault(field, "is missing; degrees, e.g. 24.611"));
        } else if (!(Math.abs(degrees) <= most)) {
            faults.add(new Fault(field, "is off the globe: " + degrees + ", must be within ±" + most + " degrees"));
        }
    }

    private void checkAttributes(Map<String, String> attributes, List<Fault> faults) {
        if (attributes.size() > limits.attributes()) {
            faults.add(new Fault("attributes", "at most " + limits.attributes() + ", these are " + attributes.size()));
        }
        attributes.forEach((name, value) -> {
            if (name.length() > limits.attribute() || value.length() > limits.attribute()) {
                faults.add(tooLong("attributes." + shown(name), limits.attribute(), value));
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
            } else if (question.values() != null) {
                List<String> known =
                        question.values().stream().map(Category.Choice::code).toList();
                if (!known.contains(answer)) {
                    faults.add(new Fault(field, "must be one of " + known));
                }
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
