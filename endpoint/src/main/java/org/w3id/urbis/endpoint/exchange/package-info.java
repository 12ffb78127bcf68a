/** Reading requests and sending answers: parameters, bodies, conditional requests, headers every answer carries. */
package org.w3id.urbis.endpoint.exchange;
