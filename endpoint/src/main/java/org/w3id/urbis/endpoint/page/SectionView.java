package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Facts on one subject.
 *
 * @param anchor  the section's anchor on the page
 * @param heading its heading
 * @param facts   its facts
 */
public record SectionView(String anchor, Text heading, List<FactView> facts) {}
