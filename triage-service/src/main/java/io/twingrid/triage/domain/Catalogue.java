package io.twingrid.triage.domain;

/** The town's categories. */
@FunctionalInterface
public interface Catalogue {

    /** The rule for a category; for a code that the catalogue has not, the rule that the town names for those. */
    CategoryRule ruleFor(String category);
}
