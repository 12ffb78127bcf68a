package org.w3id.urbis.loader.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a template as a workbook: one sheet to fill in, and one with the lists that its cells offer. Rows of the second
 * begin with a hash, so that nobody reads it as a table.
 */
final class XlsxTemplate {

    private static final int HELP = 1;
    private static final int TITLES = 2;
    private static final int FIRST = 3;

    /** Rows for which lists are offered, and as many more as are filled. */
    private static final int OFFERED = 2000;

    private static final double WIDTH = 24;
    private static final double HELP_HEIGHT = 120;
    private static final String REQUIRED = "FFF2CC";
    private static final String QUIET = "666666";
    private static final String LISTS = "lists";

    private final Template template;
    private final String language;

    XlsxTemplate(Template template, String language) {
        this.template = template;
        this.language = language;
    }

    void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Urbis", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(template.kind().key());
            Worksheet lists = workbook.newWorksheet(LISTS);
            if (language.equals("ar")) {
                sheet.rightToLeft();
            }
            texts(sheet);
            int list = 0;
            for (int column = 0; column < template.columns().size(); column++) {
                List<String> choices = template.columns().get(column).choices();
                if (!choices.isEmpty()) {
                    list++;
                    offer(sheet, column, write(lists, list, column, choices));
                }
            }
            sheet.freezePane(1, FIRST);
        }
    }

    private void texts(Worksheet sheet) {
        List<TemplateColumn> columns = template.columns();
        sheet.value(0, 0, template.comment());
        for (int i = 0; i < columns.size(); i++) {
            TemplateColumn column = columns.get(i);
            sheet.width(i, WIDTH);
            sheet.style(i).format("@").set();
            sheet.value(HELP, i, template.helps().get(i));
            sheet.style(HELP, i)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fontColor(QUIET)
                    .set();
            sheet.value(TITLES, i, column.title());
            if (column.required()) {
                sheet.style(TITLES, i).bold().fillColor(REQUIRED).set();
            } else {
                sheet.style(TITLES, i).bold().set();
            }
            for (int row = 0; row < template.rows().size(); row++) {
                String cell = template.rows().get(row).get(i);
                if (!cell.isEmpty()) {
                    // Text, so that no spreadsheet makes a date or a number of it.
                    sheet.value(FIRST + row, i, cell);
                    sheet.style(FIRST + row, i).format("@").set();
                }
            }
        }
        sheet.rowHeight(HELP, HELP_HEIGHT);
    }

    private Range write(Worksheet lists, int list, int column, List<String> choices) {
        lists.value(0, list, template.columns().get(column).title());
        for (int i = 0; i < choices.size(); i++) {
            lists.value(i + 1, list, choices.get(i));
        }
        for (int i = 0; i <= choices.size(); i++) {
            lists.value(i, 0, "#");
        }
        return lists.range(1, list, choices.size(), list);
    }

    /** A list helps and forbids nothing: a cell may hold several codes, or one in another language. */
    private void offer(Worksheet sheet, int column, Range choices) {
        sheet.range(FIRST, column, OFFERED + template.rows().size(), column)
                .validateWithList(choices)
                .allowBlank(true)
                .showErrorMessage(false);
    }
}
