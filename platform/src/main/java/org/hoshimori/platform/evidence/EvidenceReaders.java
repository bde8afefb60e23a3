package org.hoshimori.platform.evidence;

import org.hoshimori.platform.account.Actor;

/// Who besides the company's own people may read a piece of evidence; other modules contribute
/// beans (the invited expert, the operator of an application). One yes is enough.
public interface EvidenceReaders {

    boolean mayRead(Actor actor, Evidence evidence);
}
