/**
 * What became of things from revision to revision, for those who keep copies: an event stream in pages that never change once
 * they are full, and the patches between revisions. Start at {@link org.w3id.urbis.endpoint.feed.FeedRoutes}.
 */
package org.w3id.urbis.endpoint.feed;
