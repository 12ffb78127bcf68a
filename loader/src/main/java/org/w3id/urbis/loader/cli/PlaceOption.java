package org.w3id.urbis.loader.cli;

import java.util.Optional;
import java.util.function.Function;
import org.w3id.urbis.loader.submission.Actor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the submissions are, and who speaks, as options of several commands. */
final class PlaceOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "The address of a server, in place of a data directory of this machine.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token by which that server knows you. Better in the environment variable URBIS_TOKEN,"
                    + " where others on this machine do not see it.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Your name, as it is written down and published. Default: that of your account here. With"
                    + " --to, the token says it.")
    private Optional<String> name = Optional.empty();

    /** Does something there. */
    int at(Function<SubmissionPlace, Integer> work) throws Exception {
        return Failures.guard(spec, () -> {
            if (to.isPresent()) {
                try (RemoteSubmissions remote = new RemoteSubmissions(to.get(), shownToken())) {
                    return work.apply(remote);
                }
            }
            try (ConsoleProgress progress =
                    new ConsoleProgress(spec.commandLine().getErr())) {
                return work.apply(new LocalSubmissions(data.directory(), actor(), progress));
            }
        });
    }

    private Optional<String> shownToken() {
        return token.or(() -> Optional.ofNullable(System.getenv("URBIS_TOKEN"))).filter(text -> !text.isBlank());
    }

    private Actor actor() {
        Actor user = Actor.ofThisProcess();
        return name.map(given -> new Actor(given, user.role(), user.key())).orElse(user);
    }
}
