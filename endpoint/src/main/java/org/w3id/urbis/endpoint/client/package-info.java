/**
 * Who asks, and under which address this server answers: proxies that may be believed, hosts that may be named in links,
 * and how often one client may ask. Start at {@link org.w3id.urbis.endpoint.client.Clients}.
 */
package org.w3id.urbis.endpoint.client;
