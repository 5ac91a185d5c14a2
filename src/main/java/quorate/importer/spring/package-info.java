/** Configuration of Spring Boot applications. */
package quorate.importer.spring;
