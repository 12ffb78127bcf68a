package org.w3id.urbis.endpoint.submission;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;

/**
 * A page of the list of submissions, the latest first. The next page begins after the last of this one, so that what
 * comes in meanwhile moves nothing.
 *
 * @param submissions those on the page
 * @param total       how many there are on all pages
 * @param next        the address of the next page; empty on the last
 */
record SubmissionPage(List<Submission> submissions, long total, Optional<String> next) {
    static final int MOST = 200;
    static final int USUAL = 50;

    /** Copies the list. */
    SubmissionPage {
        submissions = List.copyOf(submissions);
    }

    /**
     * The page that parameters ask for.
     *
     * @param all everything that the reader may see, the latest last
     * @throws ProblemException if a parameter cannot be used
     */
    static SubmissionPage of(Parameters parameters, List<Submission> all) {
        Optional<SubmissionState> state = parameters.one("state").map(SubmissionPage::state);
        boolean requested = parameters.values().containsKey("withdrawal-requested");
        int limit = parameters.one("limit").map(SubmissionPage::limit).orElse(USUAL);
        List<Submission> wanted = all.reversed().stream()
                .filter(submission -> state.isEmpty() || submission.state() == state.get())
                .filter(submission -> !requested || submission.withdrawalRequested())
                .toList();
        long begin = parameters.one("after").map(id -> after(id, wanted, all)).orElse(0L);
        List<Submission> page = wanted.stream().skip(begin).limit(limit).toList();
        boolean more = begin + page.size() < wanted.size();
        return new SubmissionPage(
                page,
                wanted.size(),
                more ? Optional.of(address(parameters, page.getLast().id(), limit)) : Optional.empty());
    }

    private static SubmissionState state(String key) {
        return SubmissionState.of(key).orElseThrow(() -> SubmissionProblems.badParameter("state", states()));
    }

    static List<String> states() {
        return Arrays.stream(SubmissionState.values()).map(SubmissionState::key).toList();
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw Problem.parameter("limit", "The number of submissions on a page is 1 to " + MOST + ".")
                    .exception();
        }
        return Integer.parseInt(text);
    }

    /** How many of the wanted ones come before and at that one, which itself may have changed its state. */
    private static long after(String id, List<Submission> wanted, List<Submission> all) {
        long receipt = all.stream()
                .filter(submission -> submission.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("after", "There is no submission " + id + " that you may see.")
                        .exception())
                .receipt()
                .number();
        return wanted.stream()
                .filter(submission -> submission.receipt().number() >= receipt)
                .count();
    }

    private static String address(Parameters parameters, String last, int limit) {
        StringBuilder address = new StringBuilder("/submissions?limit=" + limit);
        parameters.one("state").ifPresent(state -> address.append("&state=").append(state));
        if (parameters.values().containsKey("withdrawal-requested")) {
            address.append("&withdrawal-requested");
        }
        return address.append("&after=")
                .append(URLEncoder.encode(last, StandardCharsets.UTF_8))
                .toString();
    }
}
