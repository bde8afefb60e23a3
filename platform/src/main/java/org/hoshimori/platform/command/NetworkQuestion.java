package org.hoshimori.platform.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hoshimori.network.Network;
import picocli.CommandLine;

/// A question that is asked for every company, or for the one that `--purchaser` names.
abstract class NetworkQuestion implements Callable<Integer> {
    final Console console;

    @CommandLine.Mixin final NetworkInput input;

    @CommandLine.Mixin final NetworkAsker asker = new NetworkAsker(3);

    @CommandLine.Mixin final NetworkTop top = new NetworkTop();

    NetworkQuestion(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public final Integer call() {
        return asker.within(console) && top.within(console)
                ? input.answer(network -> asker.one() ? named(network) : Optional.of(all(network)))
                : Command.WRONG;
    }

    private Optional<NetworkAnswer> named(Network network) {
        OptionalInt company = asker.in(network, input);
        return company.isEmpty() ? Optional.empty() : Optional.of(one(network, company.getAsInt()));
    }

    abstract NetworkAnswer all(Network network);

    abstract NetworkAnswer one(Network network, int company);
}
