package org.w3id.urbis.endpoint.federation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
 * The rows of a query joined with what another endpoint says of them. So many are taken, sent along in one request and
 * joined with its whole answer, before the next are taken.
 */
final class ServiceRows extends QueryIter1 {
    private final Remote remote;
    private final PushedQuery query;
    private final boolean isSilent;
    private final FederationLedger ledger;
    private final Mirror mirror;
    private final AtomicBoolean stop;
    private final ArrayDeque<Binding> ready = new ArrayDeque<>();
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
        while (ready.isEmpty() && getInput().hasNext()) {
            List<Binding> batch = new ArrayList<>();
            while (batch.size() < remote.endpoint().limits().batch()
                    && getInput().hasNext()) {
                batch.add(getInput().next());
            }
            join(batch);
        }
        return !ready.isEmpty();
    }

    @Override
    protected Binding moveToNextBinding() {
        return ready.remove();
    }

    private void join(List<Binding> batch) {
        List<Var> sent = query.sent(batch);
        try {
            if (sent.isEmpty() && !query.isOptional()) {
                joinEach(batch);
            } else {
                joinNumbered(batch, sent);
            }
        } catch (RemoteFailedException failed) {
            if (!isSilent) {
                throw failed;
            }
            ledger.note(remote.endpoint().name(), Origin.FAILED, 0, 0, Duration.ZERO, Optional.of(failed.reason()));
            // SPARQL 1.1 Federated Query, 2.3: as if it had answered with one row that says nothing.
            ready.addAll(batch);
        }
    }

    /** Nothing links the rows with the pattern, or nothing that can be sent: all of it is asked for, once. */
    private void joinEach(List<Binding> batch) {
        if (unasked == null) {
            unasked = ask(query.text(), 0);
        }
        for (Binding row : batch) {
            unasked.forEach(found -> add(row, found));
        }
    }

    private void joinNumbered(List<Binding> batch, List<Var> sent) {
        Map<List<Node>, List<Binding>> alike = new LinkedHashMap<>();
        for (Binding row : batch) {
            alike.computeIfAbsent(values(row, sent), none -> new ArrayList<>()).add(row);
        }
        List<List<Node>> values = List.copyOf(alike.keySet());
        List<List<Binding>> rows = List.copyOf(alike.values());
        List<Binding> found = ask(query.text(sent, values), values.size());
        for (Binding each : found) {
            int number = query.numberOf(each);
            if (number < 0 || number >= rows.size()) {
                throw RemoteFailedException.of(
                        remote.endpoint().name(), "answered with rows that belong to nothing that was asked.", null);
            }
            rows.get(number).forEach(row -> add(row, each));
        }
    }

    private static List<Node> values(Binding row, List<Var> sent) {
        List<Node> values = new ArrayList<>();
        for (Var name : sent) {
            Node value = row.get(name);
            values.add(value != null && PushedQuery.isSendable(value) ? value : null);
        }
        return values;
    }

    /** The row with what was found for it, if that does not contradict what it holds. */
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
    }
}
