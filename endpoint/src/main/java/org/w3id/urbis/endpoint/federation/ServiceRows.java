package org.w3id.urbis.endpoint.federation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.util.Context;

/**
 * The rows of a query joined with what another endpoint says of them. They are taken until they ask so many different
 * things, sent along in one request and joined with its whole answer; then the next are taken.
 */
final class ServiceRows extends QueryIter1 {
    /** Most rows of answers that are kept while the query runs, for rows that ask the same later on. */
    private static final int MOST_REMEMBERED = 20_000;
    /** Rows that ask the same take the room of one in a request; so many for each wait for others that ask something else. */
    private static final int WAITING_FOR_ONE = 10;

    private final Remote remote;
    private final PushedQuery query;
    private final boolean isSilent;
    private final FederationLedger ledger;
    private final Mirror mirror;
    private final AtomicBoolean stop;
    private final ArrayDeque<Binding> ready = new ArrayDeque<>();
    private final Map<List<Node>, List<Binding>> answered = new HashMap<>();
    private int answeredRows;
    private Map<List<Node>, List<Binding>> waiting = new LinkedHashMap<>();
    private int waitingRows;
    private List<Binding> unasked;

    /**
     * Prepares.
     *
     * @param input the rows so far
     */
    ServiceRows(Remote remote, OpService service, QueryIterator input, ExecutionContext execution) {
        super(input, execution);
        this.remote = remote;
        this.query = PushedQuery.of(service);
        this.isSilent = service.getSilent();
        this.ledger = FederationLedger.of(execution.getContext(), execution.getDataset());
        this.mirror = new Mirror(remote.endpoint(), ledger.dataset(), execution.getContext());
        this.stop = Context.getOrSetCancelSignal(execution.getContext());
    }

    @Override
    protected boolean hasNextBinding() {
        while (ready.isEmpty()) {
            boolean isEnd = !getInput().hasNext();
            if (isEnd && waiting.isEmpty()) {
                return false;
            }
            int batch = remote.endpoint().limits().batch();
            if (isEnd || waiting.size() >= batch || waitingRows >= batch * WAITING_FOR_ONE) {
                Map<List<Node>, List<Binding>> block = waiting;
                waiting = new LinkedHashMap<>();
                waitingRows = 0;
                join(block);
            } else {
                take(getInput().next());
            }
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        return ready.remove();
    }

    /** What was asked about already is not asked about again. */
    private void take(Binding row) {
        List<Node> values = new ArrayList<>();
        for (Var name : query.names().keySet()) {
            Node value = row.get(name);
            values.add(value != null && PushedQuery.isSendable(value) ? value : null);
        }
        List<Binding> known = answered.get(values);
        if (known != null) {
            add(row, known);
        } else {
            waiting.computeIfAbsent(values, none -> new ArrayList<>()).add(row);
            waitingRows++;
        }
    }

    private void join(Map<List<Node>, List<Binding>> block) {
        List<List<Binding>> rows = List.copyOf(block.values());
        try {
            List<Var> sent = query.sent(rows.stream().map(List::getFirst).toList());
            if (sent.isEmpty() && !query.isOptional()) {
                // Nothing links the rows with the pattern, or nothing that can be sent: all of it is asked for, once.
                if (unasked == null) {
                    unasked = ask(query.text(), 0);
                }
                rows.getFirst().forEach(row -> add(row, unasked));
            } else {
                joinNumbered(List.copyOf(block.keySet()), rows, sent);
            }
        } catch (RemoteFailedException failed) {
            if (!isSilent) {
                throw failed;
            }
            ledger.note(remote.endpoint().name(), Origin.FAILED, 0, 0, Duration.ZERO, Optional.of(failed.reason()));
            // SPARQL 1.1 Federated Query, 2.3: as if it had answered with one row that says nothing.
            rows.forEach(ready::addAll);
        }
    }

    private void joinNumbered(List<List<Node>> values, List<List<Binding>> rows, List<Var> sent) {
        List<Var> names = List.copyOf(query.names().keySet());
        int[] columns = sent.stream().mapToInt(names::indexOf).toArray();
        List<List<Node>> table = values.stream()
                .map(all -> Arrays.stream(columns).mapToObj(all::get).toList())
                .toList();
        List<List<Binding>> found = new ArrayList<>();
        rows.forEach(any -> found.add(new ArrayList<>()));
        for (Binding each : ask(query.text(sent, table), table.size())) {
            int number = query.numberOf(each);
            if (number < 0 || number >= rows.size()) {
                throw RemoteFailedException.of(
                        remote.endpoint().name(), "answered with rows that belong to nothing that was asked.", null);
            }
            found.get(number).add(each);
        }
        for (int i = 0; i < rows.size(); i++) {
            List<Binding> one = found.get(i);
            remember(values.get(i), one);
            rows.get(i).forEach(row -> add(row, one));
        }
    }

    private void remember(List<Node> values, List<Binding> found) {
        int room = found.size() + 1;
        if (answeredRows + room <= MOST_REMEMBERED) {
            answeredRows += room;
            answered.put(values, found);
        }
    }

    /** The row with each of what was found for it that does not contradict what it holds. */
    private void add(Binding row, List<Binding> found) {
        int before = ready.size();
        found.forEach(each -> add(row, each));
        // All that was found may be of another node that could not be sent.
        if (query.isOptional() && ready.size() == before && !found.isEmpty()) {
            ready.add(row);
        }
    }

    private void add(Binding row, Binding found) {
        BindingBuilder both = Binding.builder(row);
        for (Map.Entry<Var, Var> name : query.names().entrySet()) {
            Node value = found.get(name.getValue());
            if (value != null) {
                Node known = row.get(name.getKey());
                if (known == null) {
                    both.add(name.getKey(), value);
                } else if (!PushedQuery.isSendable(known) && !known.equals(value)) {
                    return;
                }
            }
        }
        ready.add(both.build());
    }

    private List<Binding> ask(String text, int sent) {
        String name = remote.endpoint().name();
        ledger.begin(name);
        Optional<Supplier<List<Binding>>> copy =
                mirror.isThere() ? Optional.of(() -> mirror.rows(text, stop)) : Optional.empty();
        long begun = System.nanoTime();
        Remote.Answer answer = remote.ask(text, stop, copy);
        ledger.note(
                name,
                answer.origin(),
                sent,
                answer.rows().size(),
                Duration.ofNanos(System.nanoTime() - begun),
                answer.reason());
        return answer.rows();
    }

    @Override
    protected void requestSubCancel() {
        stop.set(true);
    }

    @Override
    protected void closeSubIterator() {
        ready.clear();
        answered.clear();
        waiting.clear();
    }
}
