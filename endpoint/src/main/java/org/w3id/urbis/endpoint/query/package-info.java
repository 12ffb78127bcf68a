/** The catalogue of questions: its list, and where each can be asked. */
package org.w3id.urbis.endpoint.query;
