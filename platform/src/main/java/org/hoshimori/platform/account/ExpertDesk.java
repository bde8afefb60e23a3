package org.hoshimori.platform.account;

/// Whether the expert's desk stands in a person's menu; the module of that desk knows.
public interface ExpertDesk {

    boolean opensFor(Actor actor);
}
