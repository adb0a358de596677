package io.twingrid.intake.domain;

/**
 * How much a draft may hold.
 *
 * @param description characters; Open311 has the same bound of 4000
 * @param address characters
 * @param photos number of photos
 * @param attributes number of answers
 * @param attribute characters of an answer and of its name
 * @param accuracy metres; a place that is less certain says nothing
 */
public record DraftLimits(int description, int address, int photos, int attributes, int attribute, int accuracy) {
    public DraftLimits {
        if (description < 1 || address < 1 || photos < 0 || attributes < 1 || attribute < 1 || accuracy < 1) {
            throw new IllegalArgumentException("every limit of a draft must be positive");
        }
    }
}
