/** Whose certificates are trusted when this server asks others. */
package org.w3id.urbis.endpoint.trust;
