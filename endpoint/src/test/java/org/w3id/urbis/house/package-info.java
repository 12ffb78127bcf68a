/** Tests of what holds for the project as a whole: its launcher, its layers, the form of its Java files. */
package org.w3id.urbis.house;
