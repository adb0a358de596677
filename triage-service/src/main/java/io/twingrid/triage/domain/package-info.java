/** The community's rules, in plain Java: what a case is, which moves it has, what each of them states. */
@NullMarked
package io.twingrid.triage.domain;

import org.jspecify.annotations.NullMarked;
