package org.w3id.urbis.benchmark.reconciliation;

/**
 * A name as a publisher prints it, and the place that is meant.
 *
 * @param account the publisher's number of the city
 * @param column  the column it stands in
 * @param text    the name
 * @param country the country as the publisher prints it
 * @param place   what is meant
 */
public record LabelledName(String account, Column column, String text, String country, Place place) {

    /** The columns of the publisher's table that hold names. */
    public enum Column {
        /** The city. */
        CITY("City", "the city, such as \"Indianapolis, IN\""),
        /** The name as later users of the table cleaned it. */
        CLEANED("name", "the name as cleaned by users of the table"),
        /** The local government that reported. */
        GOVERNMENT("Organization", "the government, such as \"City of Indianapolis, IN\"");

        private final String header;
        private final String title;

        Column(String header, String title) {
            this.header = header;
            this.title = title;
        }

        String header() {
            return header;
        }

        /** What it holds. */
        public String title() {
            return title;
        }
    }
}
