/**
 * Files that come with a request: as its body, or as parts of a form, compressed or not, in any format that is read.
 *
 * <p>Start with {@link org.w3id.urbis.endpoint.upload.Upload}. Nothing of a file is looked into here.
 */
package org.w3id.urbis.endpoint.upload;
