package org.w3id.urbis.loader.validation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/**
 * Prefixed names with a slash in them, such as {@code id:network/c40}: IRIs look like that, and Turtle wants the slash escaped.
 *
 * @see <a href="https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL_ESC">Turtle, PN_LOCAL_ESC</a>
 */
final class SlashedNames {

    private static final Pattern NAME =
            Pattern.compile("(?<![\\w<\"'/#:-])[A-Za-z][\\w-]*:(?!//)[\\w.-]*(?:(?<!\\\\)/[\\w.-]*)*(?<=[\\w/-])");

    private SlashedNames() {}

    /**
     * Finds the name at which a parser gave up.
     *
     * @return the fault; empty if there is no such name there
     */
    static Optional<Finding> at(SourceText source, Position fault) {
        int column = fault.column() - 1;
        Matcher name = NAME.matcher(source.line(fault.line()));
        while (name.find() && name.start() <= column) {
            if (column <= name.end() && name.group().indexOf('/') >= 0) {
                Position place =
                        new Position(fault.file(), fault.line(), name.start() + 1).until(fault.line(), name.end() + 1);
                String escaped = name.group().replace("/", "\\/");
                return Optional.of(Finding.of(
                                place, Severity.VIOLATION, Check.SYNTAX, Wording.of("name.slash", "name", name.group()))
                        .with(Fix.changing(
                                Wording.of("name.slash.fix", "name", escaped), Replacement.of(place, escaped))));
            }
        }
        return Optional.empty();
    }
}
