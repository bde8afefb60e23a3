/// Servers that are really misconfigured, on loopback only, each with what is wrong with it written
/// down; the checks are tested and measured against them.
package org.hoshimori.probe.fleet;
