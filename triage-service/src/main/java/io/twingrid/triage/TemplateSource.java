package io.twingrid.triage;

import io.twingrid.triage.domain.Template;
import java.util.List;

/** Gives the town's templates as they are at the moment. */
@FunctionalInterface
public interface TemplateSource {
    List<Template> latest();
}
