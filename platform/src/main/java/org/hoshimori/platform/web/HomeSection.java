package org.hoshimori.platform.web;

import gg.jte.models.runtime.JteModel;

/// A block that a module adds to the first page, above what is there for everybody.
public interface HomeSection {

    JteModel show(Frame frame);
}
