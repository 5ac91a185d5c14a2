/** The review in other formats: one class a format, each a pure function from reviews to text. */
package quorate.export;
