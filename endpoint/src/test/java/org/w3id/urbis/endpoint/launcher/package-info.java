/** Tests of the launcher, the shell script {@code urbis} at the top of the project. */
package org.w3id.urbis.endpoint.launcher;
