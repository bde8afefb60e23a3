package org.hoshimori.platform.assessment;

import org.hoshimori.platform.account.Actor;

/// Other modules let somebody from outside read an assessment: the invited expert, for example.
public interface AssessmentReaders {

    boolean mayRead(Actor actor, Assessment assessment);
}
